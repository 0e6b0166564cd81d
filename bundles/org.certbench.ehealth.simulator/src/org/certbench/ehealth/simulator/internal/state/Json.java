package org.certbench.ehealth.simulator.internal.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;

import org.certbench.core.KeyIdentifier;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

/** How the simulator writes its records as JSON, on disk and to its operator. Thread-safe. */
public final class Json {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
			.registerTypeAdapter(Instant.class, text(Instant::toString, Instant::parse))
			.registerTypeAdapter(Duration.class, text(Duration::toString, Duration::parse))
			.registerTypeAdapter(URI.class, text(URI::toString, URI::create))
			.registerTypeAdapter(KeyIdentifier.class, text(KeyIdentifier::hex, KeyIdentifier::new))
			.registerTypeAdapter(byte[].class, text(Base64.getEncoder()::encodeToString, Base64.getDecoder()::decode))
			.registerTypeHierarchyAdapter(X509Certificate.class, text(Json::encode, Json::certificate)).create();

	private Json() {
	}

	public static String write(Object value) {
		return GSON.toJson(value);
	}

	/**
	 * Reads a value.
	 *
	 * @throws IOException where the text is not the JSON of such a value
	 */
	public static <T> T read(String json, Class<T> type) throws IOException {
		try {
			var value = GSON.fromJson(json, type);
			if (value == null) {
				throw new IOException("an empty " + type.getSimpleName());
			}
			return value;
		} catch (RuntimeException notSuch) {
			throw new IOException("not a " + type.getSimpleName() + ": " + notSuch.getMessage(), notSuch);
		}
	}

	private static String encode(X509Certificate certificate) {
		try {
			return Base64.getEncoder().encodeToString(certificate.getEncoded());
		} catch (CertificateEncodingException e) {
			throw new IllegalStateException(e);
		}
	}

	private static X509Certificate certificate(String base64) {
		try {
			return (X509Certificate) CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
		} catch (CertificateException e) {
			throw new IllegalArgumentException(e);
		}
	}

	private static <T> TypeAdapter<T> text(Function<T, String> write, Function<String, T> read) {
		return new TypeAdapter<>() {
			@Override
			public void write(JsonWriter out, T value) throws IOException {
				out.value(value == null ? null : write.apply(value));
			}

			@Override
			public T read(JsonReader in) throws IOException {
				if (in.peek() == JsonToken.NULL) {
					in.nextNull();
					return null;
				}
				return read.apply(in.nextString());
			}
		};
	}
}
