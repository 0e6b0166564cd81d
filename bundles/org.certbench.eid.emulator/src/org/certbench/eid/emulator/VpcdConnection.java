package org.certbench.eid.emulator;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/**
 * A card in a reader of vpcd, the virtual reader driver of a real pcscd: the card is in as long as
 * the connection is open. A message is two bytes of length, the higher first, and as many bytes; one
 * of a single byte is an order to the reader, a longer one a command to the card.
 */
public final class VpcdConnection implements AutoCloseable {

	/** Where vpcd listens for the card of its first reader; that of the second is one more. */
	public static final int FIRST_PORT = 0x8C7B;

	private static final int POWER_OFF = 0;
	private static final int POWER_ON = 1;
	private static final int RESET = 2;
	private static final int ANSWER_TO_RESET = 4;
	private static final int CONNECT_TIMEOUT = 5000;

	private final EmulatedCard card;
	private final Socket socket;
	private final Thread thread;

	/** Inserts a card into the reader that listens at a port of this machine. */
	public VpcdConnection(EmulatedCard card, int port) throws IOException {
		this.card = card;
		socket = new Socket();
		socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT);
		socket.setTcpNoDelay(true);
		card.reset();
		thread = Thread.ofPlatform().daemon().name("card at port " + port).start(this::serve);
	}

	/** Waits until the card has left the reader, or the reader has gone. */
	public void await() throws InterruptedException {
		thread.join();
	}

	/** Takes the card out. */
	@Override
	public void close() throws IOException {
		socket.close();
	}

	private void serve() {
		try (socket;
				var in = new DataInputStream(socket.getInputStream());
				var out = new DataOutputStream(socket.getOutputStream())) {
			for (;;) {
				var message = new byte[in.readUnsignedShort()];
				in.readFully(message);
				var answer = message.length == 1 ? obey(message[0]) : card.transmit(message);
				if (answer.length > 0) {
					var framed = new byte[2 + answer.length];
					framed[0] = (byte) (answer.length >> 8);
					framed[1] = (byte) answer.length;
					System.arraycopy(answer, 0, framed, 2, answer.length);
					out.write(framed);
				}
			}
		} catch (EOFException | SocketException | CardRemoved left) {
			// The reader has gone, or the card was taken out: closing the connection says so.
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private byte[] obey(byte order) {
		switch (order) {
			case POWER_OFF, POWER_ON, RESET -> card.reset();
			case ANSWER_TO_RESET -> {
				return card.atr();
			}
			default -> {
				// an order of a later version: needs no answer
			}
		}
		return new byte[0];
	}
}
