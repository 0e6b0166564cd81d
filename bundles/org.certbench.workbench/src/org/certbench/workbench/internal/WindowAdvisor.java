package org.certbench.workbench.internal;

import org.certbench.core.Texts;
import org.eclipse.e4.ui.model.application.ui.SideValue;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimElement;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** How the window looks at its first opening. */
final class WindowAdvisor extends WorkbenchWindowAdvisor {

	private static final Texts TEXTS = Texts.of(WindowAdvisor.class);
	private static final String BADGES = "org.certbench.workbench.badges";
	private static final Point SIZE = new Point(1400, 900);

	WindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		super(configurer);
	}

	@Override
	public void preWindowOpen() {
		var window = getWindowConfigurer();
		Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
		window.setInitialSize(new Point(Math.min(SIZE.x, screen.width), Math.min(SIZE.y, screen.height)));
		window.setTitle(TEXTS.get("window.title"));
		window.setShowCoolBar(true);
		window.setShowStatusLine(true);
		window.setShowProgressIndicator(true);
		window.setShowPerspectiveBar(false);
	}

	@Override
	public void postWindowOpen() {
		moveBadgesToTheEnd();
		nameParts();
	}

	/** A part that comes back as it was left has the name of its language then. */
	private void nameParts() {
		var window = getWindowConfigurer().getWindow();
		var views = window.getWorkbench().getViewRegistry();
		for (MPart part : window.getService(EModelService.class).findElements(window.getService(MWindow.class), null, MPart.class)) {
			var view = views.find(part.getElementId());
			if (view != null) {
				part.setLabel(view.getLabel());
			}
		}
	}

	/** The platform puts contributed tool bars before the spring that fills the bar; ours belong behind it. */
	private void moveBadgesToTheEnd() {
		var window = getWindowConfigurer().getWindow();
		var model = window.getService(MWindow.class);
		var elements = window.getService(EModelService.class);
		if (model instanceof MTrimmedWindow trimmed && elements.find(BADGES, model) instanceof MTrimElement badges) {
			var bar = elements.getTrim(trimmed, SideValue.TOP).getChildren();
			if (bar.remove(badges)) {
				bar.add(badges);
			}
		}
	}
}
