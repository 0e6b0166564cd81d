package org.certbench.workbench.internal;

import java.util.Arrays;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.PlatformUI;

/** The one perspective. The views come from bundles of their own; one that is not installed leaves no gap. */
public final class CertificatesPerspective implements IPerspectiveFactory {

	/** The perspective's id, as in plugin.xml. */
	static final String ID = "org.certbench.workbench.certificates";

	static final String START = "org.certbench.workbench.start";
	static final String EXPLORER = "org.certbench.ui.explorer";
	static final String TIMELINE = "org.certbench.ui.timeline";
	static final String GUIDE = "org.certbench.ui.guide";
	static final String PROGRESS = "org.eclipse.ui.views.ProgressView";
	static final String LOG = "org.eclipse.pde.runtime.LogView";

	private static final float LEFT = 0.36f;
	private static final float MIDDLE = 0.59f;
	private static final float TOP = 0.60f;

	@Override
	public void createInitialLayout(IPageLayout layout) {
		layout.setEditorAreaVisible(false);
		String editors = layout.getEditorArea();
		folder(layout, "left", IPageLayout.LEFT, LEFT, editors, EXPLORER);
		folder(layout, "right", IPageLayout.RIGHT, MIDDLE, editors, GUIDE);
		folder(layout, "top", IPageLayout.TOP, TOP, editors, START);
		folder(layout, "bottom", IPageLayout.BOTTOM, TOP, editors, TIMELINE, PROGRESS, LOG);
	}

	/** Whether a view is installed. */
	static boolean isInstalled(String view) {
		return PlatformUI.getWorkbench().getViewRegistry().find(view) != null;
	}

	private static void folder(IPageLayout layout, String id, int side, float ratio, String beside, String... views) {
		var installed = Arrays.stream(views).filter(CertificatesPerspective::isInstalled).toList();
		if (!installed.isEmpty()) {
			IFolderLayout folder = layout.createFolder(ID + "." + id, side, ratio, beside);
			installed.forEach(folder::addView);
		}
	}
}
