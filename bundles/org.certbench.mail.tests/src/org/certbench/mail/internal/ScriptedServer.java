package org.certbench.mail.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ServerSocketFactory;

/** Answers the commands of SMTP as a test wants it, on loopback, one connection after the other. */
final class ScriptedServer implements AutoCloseable {

	private static final Map<String, String> USUAL = Map.of("EHLO", "250-here\r\n250 AUTH PLAIN LOGIN", "AUTH", "235 welcome",
			"MAIL", "250 sender ok", "RCPT", "250 recipient ok", "DATA", "354 go on", ".", "250 taken", "QUIT", "221 bye");

	private final ServerSocket socket;
	private final Map<String, String> answers;
	private final List<String> said = new CopyOnWriteArrayList<>();

	/** @param answers to commands that are not answered as usual; an empty one is silence */
	ScriptedServer(ServerSocketFactory sockets, Map<String, String> answers) throws IOException {
		this.answers = answers;
		socket = sockets.createServerSocket(0, 5, InetAddress.getLoopbackAddress());
		Thread.ofPlatform().daemon().name("scripted mail server").start(this::serve);
	}

	ScriptedServer(Map<String, String> answers) throws IOException {
		this(ServerSocketFactory.getDefault(), answers);
	}

	int port() {
		return socket.getLocalPort();
	}

	/** Every line that was said to it. */
	List<String> said() {
		return said;
	}

	private void serve() {
		while (!socket.isClosed()) {
			try (var connection = socket.accept()) {
				talk(connection);
			} catch (IOException gone) {
				// the next one, if the server is still there
			}
		}
	}

	private void talk(Socket connection) throws IOException {
		var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
		say(connection, answers.getOrDefault("greeting", "220 here"));
		boolean inMail = false;
		for (var line = in.readLine(); line != null; line = in.readLine()) {
			said.add(line);
			inMail = inMail && !line.equals(".");
			if (!inMail) {
				var command = line.split(" ")[0];
				say(connection, answers.getOrDefault(command, USUAL.getOrDefault(command, "500 what?")));
				inMail = command.equals("DATA");
			}
		}
	}

	private static void say(Socket connection, String answer) throws IOException {
		if (!answer.isEmpty()) {
			connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
			connection.getOutputStream().flush();
		}
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
