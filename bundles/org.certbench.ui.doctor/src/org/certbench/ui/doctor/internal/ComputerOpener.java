package org.certbench.ui.doctor.internal;

import java.util.Set;

import org.certbench.ui.ComputerView;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;

/** Brings the view of this computer to the front, for the guide. */
@Component
public final class ComputerOpener implements ComputerView {

	/** The topic on which the open view hears that it shall look again; one that opens looks by itself. */
	static final String LOOK = "org/certbench/ui/doctor/LOOK";

	private static final System.Logger LOG = System.getLogger(ComputerOpener.class.getName());
	private static final String CARDS = "eid-";
	private static final Set<String> OTHERS = Set.of("network-proxy", "tls-untrusted", "clock-wrong", "data-folder",
			"disk-full", "file-not-allowed");

	@Override
	public boolean helpsWith(String problem) {
		return problem.startsWith(CARDS) || OTHERS.contains(problem);
	}

	@Override
	public void show() {
		var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		if (window == null || window.getActivePage() == null) {
			return;
		}
		try {
			boolean isOpen = window.getActivePage().findView(ComputerPart.ID) != null;
			window.getActivePage().showView(ComputerPart.ID);
			if (isOpen) {
				window.getService(IEventBroker.class).post(LOOK, null);
			}
		} catch (PartInitException e) {
			LOG.log(System.Logger.Level.ERROR, "the view of this computer does not open", e);
		}
	}
}
