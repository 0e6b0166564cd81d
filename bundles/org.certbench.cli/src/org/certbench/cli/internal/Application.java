package org.certbench.cli.internal;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.certbench.core.Cancelled;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * The headless application: runs one command and ends with its exit code. When the process is asked
 * to end meanwhile, the command is cancelled and given time to end cleanly, and its exit code counts.
 */
public final class Application implements IApplication {

	/** How long a command may take to end when it is cancelled. */
	private static final int GRACE_SECONDS = 10;

	private final Interruption interruption = new Interruption();
	private final CountDownLatch ended = new CountDownLatch(1);
	private final SystemTerminal terminal = new SystemTerminal(System.err);
	private volatile int exitCode = new Cancelled().kind().exitCode();

	@Override
	public Object start(IApplicationContext context) {
		context.applicationRunning();
		var arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		var bundle = FrameworkUtil.getBundle(Application.class);
		var program = new Program(InstalledCommands.read(service(bundle.getBundleContext(), IExtensionRegistry.class)),
				Services.of(bundle.getBundleContext()), bundle.getVersion().toString(), terminal, System::getenv,
				interruption);
		var onShutdown = new Thread(this::endEarly, "end of the command");
		Runtime.getRuntime().addShutdownHook(onShutdown);
		exitCode = program.run(System.out, System.err, List.of(arguments));
		ended.countDown();
		if (!isShuttingDown(onShutdown)) {
			return exitCode;
		}
		return waitForTheEnd();
	}

	@Override
	public void stop() {
		interruption.ask();
	}

	private void endEarly() {
		interruption.ask();
		try {
			if (terminal.isWaiting() || !ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
				System.err.println(new Cancelled().getMessage());
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		System.out.flush();
		System.err.flush();
		// The code with which the Java machine ends by itself would be that of the signal.
		Runtime.getRuntime().halt(exitCode);
	}

	private static boolean isShuttingDown(Thread hook) {
		try {
			return !Runtime.getRuntime().removeShutdownHook(hook);
		} catch (IllegalStateException shuttingDown) {
			return true;
		}
	}

	/** The process ends with the shutdown that is under way: nothing may end it earlier. */
	private static Object waitForTheEnd() {
		try {
			Thread.sleep(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		return EXIT_OK;
	}

	private static <S> S service(BundleContext bundles, Class<S> type) {
		return Services.of(bundles).find(type).orElseThrow(() -> new IllegalStateException("no " + type.getName()));
	}
}
