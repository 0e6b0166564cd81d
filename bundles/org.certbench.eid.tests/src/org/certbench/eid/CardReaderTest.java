package org.certbench.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Readers that several providers reach")
class CardReaderTest {

	/** An empty one. */
	private record Reader(String name, String provider) implements CardReader {

		@Override
		public Optional<Card> card() {
			return Optional.empty();
		}
	}

	@Test
	@DisplayName("stand in a list once, by the first provider")
	void once() {
		var service = new Reader("Reader 1", "pcsc");
		var software = new Reader("Reader 1", "pkcs11");
		var other = new Reader("Reader 1 (module.so)", "pkcs11");
		var distinct = CardReader.distinct(List.of(service, software, other));
		assertEquals(List.of(service, other), distinct);
		assertSame(service, distinct.getFirst());
	}
}
