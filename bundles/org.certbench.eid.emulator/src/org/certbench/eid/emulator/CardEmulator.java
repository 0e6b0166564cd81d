package org.certbench.eid.emulator;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;

/**
 * Puts an emulated card into a reader of a pcscd with vpcd that runs on this machine, for people who
 * try the workbench. The card is in until the program is interrupted.
 */
public final class CardEmulator {

	private static final Map<String, CardModel> MODELS = Map.of("rsa", CardModel.RSA_1_7, "rekeyed",
			CardModel.REKEYED_1_7, "ec", CardModel.EC_1_8);

	private CardEmulator() {
	}

	/** @param arguments the folder of the cards, the kind of card, and perhaps the number of the reader, 0 or 1 */
	public static void main(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
		if (arguments.length < 2 || !MODELS.containsKey(arguments[1])) {
			System.err.println("card-emulator [rsa|rekeyed|ec] [0|1]");
			System.exit(2);
		}
		int reader = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
		var cards = new CardFolder(Path.of(arguments[0]).toAbsolutePath());
		var card = cards.card(MODELS.get(arguments[1]));
		try (var inserted = new VpcdConnection(card, VpcdConnection.FIRST_PORT + reader)) {
			tell(System.out, cards.roots(), card);
			inserted.await();
		} catch (ConnectException e) {
			System.err.println("no reader of vpcd waits for a card: is pcscd running, with vsmartcard-vpcd installed?");
			System.exit(1);
		}
	}

	private static void tell(PrintStream out, Path roots, EmulatedCard card) {
		out.println("The card is in. PIN: " + EmulatedCard.PIN + ", tries left: " + card.triesLeft());
		out.println("To let the simulator trust it:");
		out.println("  CERTBENCH_VMARGS=-Dcertbench.eid.testRoots=" + roots + " releng/run");
		out.println("Interrupt to take it out.");
	}
}
