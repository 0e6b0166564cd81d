package org.certbench.ui.guide.internal;

import org.certbench.ui.ProblemGuide;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;

/** Brings the guide to the front with a page, for every other view and dialog. */
@Component
public final class GuideOpener implements ProblemGuide {

	/** The topic on which the guide's view hears which page to show. */
	static final String SHOW = "org/certbench/ui/guide/SHOW";

	private static final System.Logger LOG = System.getLogger(GuideOpener.class.getName());

	@Override
	public void show(String problem) {
		var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		if (window == null || window.getActivePage() == null) {
			return;
		}
		try {
			window.getActivePage().showView(GuidePart.ID);
			window.getService(IEventBroker.class).post(SHOW, problem);
		} catch (PartInitException e) {
			LOG.log(System.Logger.Level.ERROR, "the guide's view does not open", e);
		}
	}
}
