package dev.patrol.facts;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;

/** How facts are written as JSON: records by their components, and nothing that is null. */
final class FactLines {
  /** Raised whenever a reader of the older form would misread the newer one. */
  static final int FORMAT = 1;

  static final JsonMapper JSON =
      JsonMapper.builder()
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, new InWords<>(Instant.class))
                  .addSerializer(ZoneId.class, new InWords<>(ZoneId.class))
                  .addDeserializer(Instant.class, new OfWords<>(Instant.class, Instant::parse))
                  .addDeserializer(ZoneId.class, new OfWords<>(ZoneId.class, ZoneId::of)))
          .build();

  private FactLines() {}

  private static final class InWords<T> extends StdScalarSerializer<T> {
    private static final long serialVersionUID = 1L;

    InWords(Class<T> type) {
      super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class OfWords<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> reader;

    OfWords(Class<T> type, Function<String, T> reader) {
      super(type);
      this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      try {
        return reader.apply(json.getText());
      } catch (DateTimeException e) {
        throw new IOException("expected a date or a time zone", e);
      }
    }
  }
}
