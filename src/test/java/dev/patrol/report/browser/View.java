package dev.patrol.report.browser;

/**
 * How a page is looked at.
 *
 * @param dark whether the reader prefers dark colours
 * @param width of the window in CSS pixels
 * @param zoom in per cent, as the browser's own zoom
 * @param scripts whether the page's scripts run
 */
record View(boolean dark, int width, int zoom, boolean scripts) {
  static final View DESK = new View(false, 1280, 100, true);
  static final View NIGHT = new View(true, 1280, 100, true);
  static final View PHONE = new View(false, 390, 100, true);
  static final View LARGE = new View(false, 1280, 200, true);
  static final View REFLOWED = new View(false, 1280, 400, true);
  static final View SCRIPTLESS = new View(false, 1280, 100, false);

  /** What zoom leaves of the width. */
  int cssWidth() {
    return width * 100 / zoom;
  }

  int height() {
    return width < 600 ? 844 : 900;
  }
}
