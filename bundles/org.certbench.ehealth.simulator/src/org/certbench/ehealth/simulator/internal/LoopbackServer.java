package org.certbench.ehealth.simulator.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** An HTTP server that only this machine reaches. */
public final class LoopbackServer implements AutoCloseable {

	private static final int THREADS = 4;

	private final HttpServer server;
	private final ExecutorService threads;

	/** @param port or 0 for any free one */
	public LoopbackServer(int port) throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
		threads = Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().name("simulator-", 1).factory());
		server.setExecutor(threads);
	}

	/** Its base address, without a slash at the end. */
	public URI address() {
		return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
	}

	/** Adds what answers below a path. */
	public void add(String path, HttpHandler handler) {
		server.createContext(path, handler).getFilters().add(new LoopbackGuard());
	}

	public void start() {
		server.start();
	}

	/** Stops at once; who waits for an answer gets none. */
	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}
}
