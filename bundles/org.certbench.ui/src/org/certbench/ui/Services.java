package org.certbench.ui;

import java.util.Optional;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.PlatformUI;

/**
 * Services for the few classes that the platform makes without injecting anything: items of menus,
 * controls of tool bars, handlers. Everything else has its services injected.
 */
public final class Services {

	private Services() {
	}

	/** A service of the workbench or of OSGi, where there is one now; without a workbench there is none. UI thread. */
	public static <T> Optional<T> find(Class<T> type) {
		if (!PlatformUI.isWorkbenchRunning()) {
			return Optional.empty();
		}
		return Optional.ofNullable(PlatformUI.getWorkbench().getService(IEclipseContext.class).get(type));
	}
}
