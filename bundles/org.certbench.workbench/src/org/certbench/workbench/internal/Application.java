package org.certbench.workbench.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Environment;
import org.certbench.core.Texts;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** Opens the workbench and runs it until the person leaves. */
public final class Application implements IApplication {

	private static final Texts TEXTS = Texts.of(Application.class);
	private static final String ENVIRONMENT_OPTION = "--environment";

	@Override
	public Object start(IApplicationContext context) throws IOException {
		Display display = PlatformUI.createDisplay();
		try {
			if (!ownsWorkspace()) {
				MessageDialog.openInformation(null, TEXTS.get("window.title"), TEXTS.get("already-open"));
				return EXIT_OK;
			}
			int code = PlatformUI.createAndRunWorkbench(display, new Advisor(environment(context)));
			return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
		} finally {
			display.dispose();
		}
	}

	@Override
	public void stop() {
		if (PlatformUI.isWorkbenchRunning()) {
			IWorkbench workbench = PlatformUI.getWorkbench();
			Display display = workbench.getDisplay();
			display.syncExec(() -> {
				if (!display.isDisposed()) {
					workbench.close();
				}
			});
		}
	}

	/** Two windows on one workspace would overwrite each other's arrangement of views. */
	private static boolean ownsWorkspace() throws IOException {
		var workspace = Platform.getInstanceLocation();
		return workspace == null || !workspace.isSet() || workspace.isReadOnly() || workspace.lock();
	}

	/** What was chosen at the start, for instance {@code --environment acceptance}. */
	private static Optional<Environment> environment(IApplicationContext context) {
		List<String> arguments = Arrays.asList((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
		int option = arguments.indexOf(ENVIRONMENT_OPTION);
		return option < 0 || option + 1 >= arguments.size() ? Optional.empty() : environment(arguments.get(option + 1));
	}

	private static Optional<Environment> environment(String id) {
		return Arrays.stream(Environment.values()).filter(environment -> environment.id().equals(id)).findFirst();
	}
}
