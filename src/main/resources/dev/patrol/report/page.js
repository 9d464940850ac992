"use strict";
(() => {
  const find = (root, selector) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const html = document.documentElement;
  // An old browser keeps the page as it is.
  if (!("DecompressionStream" in window)) return;
  html.classList.add("scripted");
  find(document, ".js").forEach((element) => { element.hidden = false; });

  // What Java packed: JSON, deflated, in Base64.
  const unpack = async (text) => {
    const bytes = Uint8Array.from(atob(text.trim()), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Response(stream).json();
  };
  const phrases = unpack(one("#d-phrases").textContent);
  const root = one("#d-phrases").dataset.root;

  // Words in both languages, to be copied into rows.
  const words = new Map(find(one("#t-words").content, "[data-key]").map((entry) => [entry.dataset.key, entry]));
  const put = (element, key) => {
    const entry = words.get(key);
    element.replaceChildren(...(entry ? entry.cloneNode(true).childNodes : [key.split(".").slice(1, -1).join(".")]));
    return entry;
  };

  const MARKS = { p: ["pass", "✓"], f: ["fail", "✗"], u: ["unknown", "?"] };
  // Anything else could bring headers of its own into a mail.
  const PLAIN_MAIL = /^mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;
  const blank = (text) => text.replace(/\s+/g, "_");
  const said = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? "");
  const linked = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (all, name) =>
    encodeURIComponent(blank(String(values[name] ?? ""))).replace(/[!'()~]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase()));
  const empty = (value) => value === undefined || value === null || value === "" || value === 0 || value.length === 0;
  const copyOf = (id) => document.getElementById(id).content.cloneNode(true);

  /** Fills the places of a copied template with a row's values. */
  const fill = (copy, values) => {
    find(copy, "[data-f]").forEach((e) => { e.textContent = values[e.dataset.f]; });
    find(copy, "[data-say]").forEach((e) => put(e, said(e.dataset.say, values)));
    find(copy, "[data-chip]").forEach((e) => {
      const entry = put(e, said(e.dataset.chip, values));
      e.className = "chip " + entry.dataset.tone;
    });
    find(copy, "[data-href]").forEach((e) => {
      const within = e.dataset.href.startsWith("#");
      const to = within ? linked(e.dataset.href, values) : said(e.dataset.href, { root, ...values });
      if (to.startsWith("mailto:") && !PLAIN_MAIL.test(to)) e.removeAttribute("href");
      else e.setAttribute("href", to);
    });
    find(copy, "[data-if]").forEach((e) => { e.hidden = empty(values[e.dataset.if]); });
    find(copy, "[data-unless]").forEach((e) => { e.hidden = !empty(values[e.dataset.unless]); });
    find(copy, "[data-each]").forEach((e) => {
      e.replaceChildren(...values[e.dataset.each].flatMap((value) => {
        const item = copyOf(e.dataset.item);
        const blank = value.indexOf(" ");
        const paired = ["t-link", "t-change"].includes(e.dataset.item);
        fill(item, paired ? { kind: value.slice(0, blank), value: value.slice(blank + 1) } : { value });
        return [...item.childNodes];
      }));
    });
    find(copy, "[data-mark], [data-step]").forEach((e) => {
      const step = Number(e.dataset.mark ?? e.dataset.step);
      const [tone, sign] = MARKS[values.marks[step]];
      e.className = (e.dataset.mark ? "mark " : "step ") + tone;
      find(e, "span")[0].textContent = sign;
      find(e, "bdi").forEach((evidence) => { evidence.textContent = values.evidence[step]; });
    });
  };

  // How the columns of each list are called, in the order in which Java writes them.
  const WALK = ["evidence", "probe", "said", "rules", "curl", "changes", "placeholders", "operation", "points", "links", "support", "place", "fired"];
  const WHY = ["fired"];
  const NO_WALK = { closed: true, evidence: Array(9).fill(""), rules: [], changes: [], placeholders: [], points: [], links: [],
    probe: "", said: "", curl: "", operation: "", support: "", place: "", fired: [] };
  const NO_WHY = { fired: [] };
  // As Java does it: a word of a shell that is never an option.
  const subject = (id) => (/^([A-Za-z0-9._][A-Za-z0-9._-]*)?$/.test(id) ? id
    : (id.startsWith("-") ? "-- " : "") + "'" + id.replaceAll("'", "'\\''") + "'");
  const LISTS = {
    endpoints: {
      columns: ["id", "token", "workspace", "application", "method", "url", "verdict", "cause", "alternatives", "marks", "answer"],
      key: (row) => "endpoint=" + row.id,
      also: (row) => "cause." + row.cause,
      details: WALK,
      closed: NO_WALK,
      subject: (row) => subject(row.id),
    },
    tokens: {
      columns: ["id", "kind", "owner", "email", "state", "end", "left", "endpoints", "failing", "findings",
        "leastPoints", "missingPoints", "unusedPoints", "leastSpaces", "missingSpaces", "unusedSpaces", "place"],
      key: (row) => "token=" + row.id,
      also: (row) => "state." + row.state,
    },
    findings: {
      columns: ["rule", "severity", "status", "token", "endpoint", "workspace", "holder", "owner", "email", "evidence", "due", "since", "waiver"],
      key: (row) => "finding=" + [row.rule, row.token, row.endpoint, row.workspace, row.holder].filter(Boolean).join("~"),
      also: (row) => "rule." + row.rule + ".title",
      details: WHY,
      closed: NO_WHY,
      subject: (row) => (row.status === "fixed" ? "" : subject(row.endpoint || row.token)),
    },
  };
  const row = (columns, cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i]]));
  const texts = new Intl.Collator("en", { numeric: true });
  const compare = (a, b) => Number(a) - Number(b) || texts.compare(a, b);

  /** A list that is searched, sorted, filtered and turned page by page. */
  class List {
    constructor(name) {
      this.name = name;
      this.kind = LISTS[name];
      this.table = one(`[data-rows="${name}"]`);
      this.form = one(`[data-filters="${name}"]`);
      this.pager = one(`[data-pager="${name}"]`);
      this.page = 0;
      this.by = null;
      this.down = false;
      this.chunks = find(document, `script[data-of="${name}"]`);
      this.details = this.chunks.map((chunk) => (this.kind.details ? chunk.nextElementSibling : null));
      this.opened = [];
    }

    async load() {
      const parts = await Promise.all(this.chunks.map((chunk) => unpack(chunk.textContent)));
      this.rows = parts.flatMap((part, chunk) => part.map((cells, at) =>
        Object.assign(row(this.kind.columns, cells), { chunk, at })));
      this.chunks.forEach((chunk) => chunk.remove());
      this.shown = this.rows;
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("input", () => this.select());
      find(this.table, "[data-by]").forEach((button) => button.addEventListener("click", () => this.sort(button.dataset.by)));
      find(this.pager, "[data-turn]").forEach((button) => button.addEventListener("click", () => this.turn(Number(button.dataset.turn))));
      this.table.addEventListener("click", (event) => {
        const button = event.target.closest("[data-open]");
        if (button) this.open(button.closest("tbody"), button.getAttribute("aria-expanded") !== "true");
      });
      const there = find(this.table, "tbody").length;
      if (there < Math.min(this.size, this.rows.length)) await this.draw();
      else this.count();
    }

    get size() { return Number(find(this.form, "[data-size]")[0].value); }

    text(line) {
      line.text ??= (this.kind.columns.map((name) => line[name]).join(" ") + " " + (words.get(this.kind.also(line))?.textContent ?? "")).toLowerCase();
      return line.text;
    }

    select() {
      const terms = find(this.form, "[data-search]")[0].value.toLowerCase().split(/\s+/).filter(Boolean);
      const filters = find(this.form, "[data-filter]").filter((field) => field.value).map((field) => [field.dataset.filter, field.value]);
      this.shown = this.rows.filter((line) => filters.every(([name, value]) => line[name] === value)
        && terms.every((term) => this.text(line).includes(term)));
      if (this.by) {
        const sign = this.down ? -1 : 1;
        this.shown.sort((a, b) => (a[this.by] === "") - (b[this.by] === "") || sign * compare(a[this.by], b[this.by]));
      }
      this.page = 0;
      return this.draw();
    }

    /** Up, then down, then as it was. */
    sort(by) {
      [this.by, this.down] = this.by !== by ? [by, false] : this.down ? [null, false] : [by, true];
      find(this.table, "[data-by]").forEach((button) => {
        const head = button.closest("th");
        if (button.dataset.by === this.by) head.setAttribute("aria-sort", this.down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      return this.select();
    }

    turn(by) {
      this.page += by;
      this.draw();
      this.form.scrollIntoView();
    }

    count() {
      const [first, last] = [this.page * this.size, Math.min(this.shown.length, (this.page + 1) * this.size)];
      find(this.form, "[data-count]")[0].textContent = this.shown.length === this.rows.length ? this.rows.length : this.shown.length + " / " + this.rows.length;
      find(this.pager, "[data-where]")[0].textContent = (first + 1) + "–" + last + " / " + this.shown.length;
      const [back, forth] = find(this.pager, "[data-turn]");
      back.disabled = this.page === 0;
      forth.disabled = last >= this.shown.length;
      this.pager.hidden = this.shown.length <= this.size;
      one(`[data-nothing="${this.name}"]`).hidden = this.shown.length > 0;
    }

    async draw() {
      const lines = this.shown.slice(this.page * this.size, (this.page + 1) * this.size);
      const drawing = this.drawing = {};
      const details = await Promise.all(lines.map((line) => this.detail(line)));
      if (drawing !== this.drawing) return;
      find(this.table, "tbody").forEach((body) => body.remove());
      lines.forEach((line, i) => this.table.append(this.item(line, details[i])));
      this.count();
    }

    item(line, detail) {
      const copy = copyOf("t-" + this.name);
      fill(copy, { ...line, ...detail, named: line.owner || line.email, subject: this.kind.subject?.(line) });
      const body = copy.querySelector("tbody");
      const id = blank(this.kind.key(line));
      if (!document.getElementById(id)) body.id = id;
      find(body, ".js").forEach((element) => { element.hidden = false; });
      return body;
    }

    /** The rest of a row, which is unpacked when it is needed first. */
    async detail(line) {
      if (!this.kind.details) return {};
      const packed = this.details[line.chunk].textContent.trim();
      if (!packed) return this.kind.closed;
      this.opened[line.chunk] ??= unpack(packed);
      const [details, shared] = [await this.opened[line.chunk], await phrases];
      const plain = (cell) => (typeof cell === "number" ? shared[cell] : Array.isArray(cell) ? cell.map(plain) : cell);
      return row(this.kind.details, details[line.at].map(plain));
    }

    open(body, wide) {
      body.classList.toggle("open", wide);
      find(body, "[data-open]").forEach((button) => button.setAttribute("aria-expanded", wide));
    }

    /** Shows a row wherever it is in the list. */
    async reveal(id) {
      const line = this.rows.find((each) => blank(this.kind.key(each)) === id);
      if (!line) return;
      this.form.reset();
      [this.by, this.down] = [null, false];
      find(this.table, "[aria-sort]").forEach((head) => head.removeAttribute("aria-sort"));
      this.shown = this.rows;
      this.page = Math.floor(this.rows.indexOf(line) / this.size);
      await this.draw();
      const body = document.getElementById(id);
      if (!body) return;
      this.open(body, true);
      body.scrollIntoView();
      (find(body, "[data-open]")[0] ?? find(body, "a, button")[0])?.focus({ preventScroll: true });
    }
  }

  const lists = Object.keys(LISTS).filter((name) => one(`[data-rows="${name}"]`)).map((name) => new List(name));
  const follow = async () => {
    let id;
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch (malformed) {
      return;
    }
    const kind = id.split("=")[0];
    const list = lists.find((each) => each.name === kind + "s");
    if (list) await list.reveal(id);
  };

  const speak = (lang) => {
    html.lang = lang;
    const key = lang === "zh" ? "Zh" : "En";
    find(document, "[data-en]").forEach((e) => { e.textContent = e.dataset[lang]; });
    find(document, "[data-placeholder-en]").forEach((e) => { e.placeholder = e.dataset["placeholder" + key]; });
    find(document, "[data-lang]").forEach((e) => e.setAttribute("aria-pressed", e.dataset.lang === lang));
  };
  find(document, "[data-lang]").forEach((button) => button.addEventListener("click", () => speak(button.dataset.lang)));

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const codes = find(button.closest(".copyable"), ".items code, pre code");
    try {
      await navigator.clipboard.writeText(codes.map((code) => code.textContent).join(";"));
      button.classList.add("done");
      one("#announced").replaceChildren(...find(button, ".after")[0].cloneNode(true).childNodes);
      setTimeout(() => button.classList.remove("done"), 1500);
    } catch (refused) {
      getSelection().selectAllChildren(codes[0].parentElement);
    }
  });

  addEventListener("beforeprint", () => find(document, "details:not(.why)").forEach((fold) => { fold.open = true; }));

  html.dataset.ready = "no";
  Promise.all(lists.map((list) => list.load())).then(async () => {
    addEventListener("hashchange", follow);
    await follow();
    html.dataset.ready = "yes";
  });
})();
