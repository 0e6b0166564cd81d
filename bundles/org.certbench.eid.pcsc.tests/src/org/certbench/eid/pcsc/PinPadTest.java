package org.certbench.eid.pcsc;

import static org.certbench.eid.pcsc.CardTable.VERIFY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

import org.certbench.core.ProblemException;
import org.certbench.core.Secret;
import org.certbench.core.Signer;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;
import org.certbench.eid.PinEntry;
import org.certbench.eid.PinRequest;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.emulator.PinWatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A reader with keys of its own")
@ExtendWith(PinWatch.class)
class PinPadTest {

	private static final byte[] DATA = "a contract".getBytes(StandardCharsets.UTF_8);

	private final CardTable table = new CardTable();
	private final EmulatedCard card = CardTable.make(CardModel.EC_1_8);
	private final List<String> told = new ArrayList<>();
	private Signer signer;

	/** Has no field for a PIN. */
	private final class OnlyTelling implements PinEntry {

		@Override
		public Secret ask(PinRequest request) {
			throw new AssertionError("the PIN is entered on the reader");
		}

		@Override
		public Notice tellToUse(Elsewhere elsewhere, PinRequest request) {
			assertEquals(Elsewhere.READER_KEYS, elsewhere);
			told.add(request.meaning());
			return () -> told.add("end");
		}
	}

	@BeforeEach
	void insert() throws CardException {
		signer = table.insert(card).signer(CardKey.SIGNATURE, "Request", new OnlyTelling());
	}

	@Test
	@DisplayName("the PIN is entered there: no field, a notice for as long as it takes")
	void entered() throws Exception {
		table.terminal.withPad(template -> entered(template, "241234FFFFFFFFFF"));
		SigningTest.assertSigned(signer, signer.sign(DATA));
		assertEquals(List.of("Request", "end"), told);
		assertEquals(1, card.count(VERIFY));
	}

	@Test
	@DisplayName("eid-pin-wrong from the keys of the reader")
	void wrong() {
		table.terminal.withPad(template -> entered(template, "240000FFFFFFFFFF"));
		assertEquals(OptionalInt.of(2), assertThrows(CardException.PinWrong.class, () -> signer.sign(DATA)).triesLeft());
		assertEquals(List.of("Request", "end"), told);
	}

	@ParameterizedTest
	@CsvSource({ "6400,eid-pad-timeout", "6401,cancelled", "6402,eid-unreadable", "6403,eid-pin-format" })
	@DisplayName("what the reader itself answers: too late, cancelled, another the second time, too short")
	void answeredByTheReader(String status, String problem) {
		table.terminal.withPad(template -> CardTable.hex(status));
		assertEquals(problem, assertThrows(ProblemException.class, () -> signer.sign(DATA)).problem());
		assertEquals(0, card.count(VERIFY));
		assertEquals(List.of("Request", "end"), told);
	}

	/** The reader puts the digits into the command that it was given. */
	private static byte[] entered(byte[] template, String block) {
		assertEquals("002000010820FFFFFFFFFFFFFF", HexFormat.of().withUpperCase().formatHex(template));
		System.arraycopy(CardTable.hex(block), 0, template, 5, 8);
		PinWatch.give(1);
		return template;
	}
}
