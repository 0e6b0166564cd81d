package org.certbench.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("I03: a document in JSON")
class JsonTest {

	private record Document(Path file, Instant moment, BigInteger serial, String nothing, int count) {
	}

	@Test
	@DisplayName("has each field of its record, a serial number to the last digit")
	void fields() {
		var document = new Document(Path.of("a.p12"), Instant.parse("2030-03-01T10:00:00.123Z"),
				new BigInteger("313521136214035210629455019112841393210"), null, 2);

		assertEquals("""
				{
				  "file": "a.p12",
				  "moment": "2030-03-01T10:00:00Z",
				  "serial": "313521136214035210629455019112841393210",
				  "nothing": null,
				  "count": 2
				}""", Json.write(document));
	}
}
