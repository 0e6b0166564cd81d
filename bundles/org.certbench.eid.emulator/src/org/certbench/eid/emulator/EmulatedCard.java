package org.certbench.eid.emulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A Belgian eID as its reader sees it: command in, answer out, with no regard to how they travel. It
 * behaves as a card of its model does over T=0:
 * <ul>
 * <li>an answer to a command with data is announced by 61xx and fetched by GET RESPONSE; a wrong
 * expected length is answered by 6Cxx, reading past the end by 6B00;</li>
 * <li>the signature key wants the PIN after its MSE and before every single signature, the
 * authentication key once until the next reset;</li>
 * <li>three wrong PINs block it, and a reset does not unblock it.</li>
 * </ul>
 * It can be told to fail at any command. Thread-safe.
 */
public final class EmulatedCard {

	/** The PIN of every emulated card. */
	public static final String PIN = "1234";

	private static final int VERIFY = 0x20;
	private static final int OK = 0x9000;
	private static final int WRONG_LENGTH = 0x6700;
	private static final int PIN_MISSING = 0x6982;
	private static final int BLOCKED = 0x6983;
	private static final int NO_FILE_SELECTED = 0x6986;
	private static final int WRONG_DATA = 0x6A80;
	private static final int FILE_NOT_FOUND = 0x6A82;
	private static final int WRONG_PARAMETERS = 0x6A86;
	private static final int REFERENCE_NOT_FOUND = 0x6A88;
	private static final int PAST_THE_END = 0x6B00;
	private static final int UNKNOWN_INSTRUCTION = 0x6D00;
	private static final String MASTER_FILE = "3F00";
	private static final int CARD_DATA = 0x1C;
	private static final int CARD_DATA_WITH_TRIES = 0x1F;

	private final CardContent content;
	private final PinCounter counter;
	private final SigningState signing;
	private final List<byte[]> commands = new ArrayList<>();
	private Optional<Trap> trap = Optional.empty();
	private Optional<byte[]> otherAtr = Optional.empty();
	private boolean removed;
	private byte[] selected;
	private byte[] announced = new byte[0];

	private record Trap(Predicate<byte[]> where, Fault fault) {
	}

	EmulatedCard(CardContent content) {
		this(content, Optional.empty());
	}

	EmulatedCard(CardContent content, Optional<Path> triesLeft) {
		this.content = content;
		this.counter = new PinCounter(triesLeft);
		this.signing = new SigningState(content);
	}

	/** The answer to reset. */
	public synchronized byte[] atr() {
		return otherAtr.orElseGet(() -> content.model().atr()).clone();
	}

	/** From now on it answers to a reset as another card does, such as one of a bank. */
	public synchronized void disguise(byte[] atr) {
		otherAtr = Optional.of(atr.clone());
	}

	/** The card is inserted, or gets its power again: it forgets all but its tries. */
	public synchronized void reset() {
		removed = false;
		selected = null;
		announced = new byte[0];
		signing.reset();
	}

	/** From now on, the first command that is like this fails. */
	public synchronized void failWhen(Predicate<byte[]> command, Fault fault) {
		trap = Optional.of(new Trap(command, fault));
	}

	/** The next command but this many fails. */
	public synchronized void failAfter(int succeeding, Fault fault) {
		int last = commands.size() + succeeding;
		failWhen(command -> commands.size() > last, fault);
	}

	/** The commands that were received. */
	public synchronized List<byte[]> commands() {
		return commands.stream().map(byte[]::clone).toList();
	}

	/** How many received commands have this instruction byte. */
	public synchronized long count(int instruction) {
		return commands.stream().filter(command -> (command[1] & 0xFF) == instruction).count();
	}

	/** The tries that are left for the PIN. */
	public synchronized int triesLeft() {
		return counter.left();
	}

	/** A wrong PIN was given to it somewhere else. */
	public synchronized void wrongPinElsewhere() {
		counter.wrong();
	}

	/**
	 * Carries out a command.
	 *
	 * @return the answer with its status word
	 * @throws CardRemoved where the card left its reader
	 */
	public synchronized byte[] transmit(byte[] command) {
		commands.add(command.clone());
		if ((command[1] & 0xFF) == VERIFY && data(command).length > 0) {
			PinTally.verified();
		}
		if (trap.isPresent() && trap.get().where().test(command)) {
			var fault = trap.get().fault();
			trap = Optional.empty();
			if (fault instanceof Fault.Status(int word)) {
				return status(word);
			}
			removed = true;
		}
		if (removed) {
			throw new CardRemoved();
		}
		return command.length < 4 ? status(WRONG_LENGTH) : carryOut(command);
	}

	private byte[] carryOut(byte[] command) {
		var waiting = announced;
		announced = new byte[0];
		return switch (HexFormat.of().withUpperCase().formatHex(command, 0, 2)) {
			case "00A4" -> select(command);
			case "00B0" -> read(command);
			case "00C0" -> respond(waiting, expected(command));
			case "80E4" -> cardData(command);
			case "0022" -> status(signing.prepare(data(command), parameters(command)));
			case "0020" -> status(verify(command));
			case "002A" -> sign(command);
			case "80E6" -> logOff();
			default -> status(UNKNOWN_INSTRUCTION);
		};
	}

	private byte[] select(byte[] command) {
		var path = HexFormat.of().withUpperCase().formatHex(data(command));
		var file = content.files().get(path.startsWith(MASTER_FILE) ? path.substring(MASTER_FILE.length()) : path);
		if (file == null) {
			boolean folder = path.equals(MASTER_FILE) || content.files().keySet().stream()
					.anyMatch(each -> (MASTER_FILE + each).startsWith(path) || each.startsWith(path));
			return status(folder ? OK : FILE_NOT_FOUND);
		}
		selected = file;
		return status(OK);
	}

	private byte[] read(byte[] command) {
		if (selected == null) {
			return status(NO_FILE_SELECTED);
		}
		int offset = parameters(command);
		if (offset >= selected.length) {
			return status(PAST_THE_END);
		}
		int there = selected.length - offset;
		int wanted = expected(command);
		return wanted > there ? status(0x6C00 | there)
				: answer(Arrays.copyOfRange(selected, offset, offset + wanted), OK);
	}

	private static byte[] respond(byte[] waiting, int wanted) {
		if (waiting.length == 0) {
			return status(0x6985);
		}
		return wanted > waiting.length ? status(0x6C00 | waiting.length & 0xFF)
				: answer(Arrays.copyOf(waiting, wanted), OK);
	}

	private byte[] cardData(byte[] command) {
		boolean withTries = parameters(command) == 0x0100 && content.model() == CardModel.EC_1_8;
		if (!withTries && parameters(command) != 0) {
			return status(WRONG_PARAMETERS);
		}
		int length = withTries ? CARD_DATA_WITH_TRIES : CARD_DATA;
		if (expected(command) != length) {
			return status(0x6C00 | length);
		}
		var data = new byte[length];
		System.arraycopy(content.chipNumber(), 0, data, 0, content.chipNumber().length);
		data[21] = (byte) content.model().applet();
		data[27] = 0x0F;
		if (withTries) {
			data[28] = (byte) counter.left();
		}
		return answer(data, OK);
	}

	private int verify(byte[] command) {
		if (parameters(command) != 0x0001) {
			return REFERENCE_NOT_FOUND;
		}
		var block = data(command);
		if (block.length == 0) {
			return content.model() == CardModel.EC_1_8 ? tries() : WRONG_DATA;
		}
		if (block.length != 8) {
			return WRONG_LENGTH;
		}
		if (counter.left() == 0) {
			return BLOCKED;
		}
		var pin = PinBlock.read(block);
		if (pin.isEmpty()) {
			return WRONG_DATA;
		}
		if (!pin.get().equals(PIN)) {
			counter.wrong();
			signing.pinWrong();
			return 0x63C0 | counter.left();
		}
		counter.right();
		signing.pinRight();
		return OK;
	}

	private int tries() {
		return counter.left() == 0 ? BLOCKED : 0x63C0 | counter.left();
	}

	private byte[] sign(byte[] command) {
		if (parameters(command) != 0x9E9A) {
			return status(WRONG_PARAMETERS);
		}
		if (!signing.isPinGiven()) {
			return status(PIN_MISSING);
		}
		var signature = signing.sign(data(command));
		if (signature.isEmpty()) {
			return status(WRONG_DATA);
		}
		announced = signature.get();
		return status(0x6100 | announced.length & 0xFF);
	}

	private byte[] logOff() {
		signing.reset();
		return status(OK);
	}

	private static int parameters(byte[] command) {
		return (command[2] & 0xFF) << 8 | command[3] & 0xFF;
	}

	/** What a command carries: as many bytes as its fifth tells, and are there. */
	private static byte[] data(byte[] command) {
		int length = command.length > 5 ? command[4] & 0xFF : 0;
		return Arrays.copyOfRange(command, Math.min(5, command.length), Math.min(5 + length, command.length));
	}

	/** How long an answer is wanted by a command without data. */
	private static int expected(byte[] command) {
		int length = command.length > 4 ? command[4] & 0xFF : 0;
		return length == 0 ? 256 : length;
	}

	private static byte[] status(int word) {
		return answer(new byte[0], word);
	}

	private static byte[] answer(byte[] data, int word) {
		var answer = Arrays.copyOf(data, data.length + 2);
		answer[data.length] = (byte) (word >> 8);
		answer[data.length + 1] = (byte) word;
		return answer;
	}
}
