package org.certbench.workbench.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The one perspective; its views come from the bundles that offer them. */
public class CertificatesPerspective implements IPerspectiveFactory {

    /** The perspective's id, as in plugin.xml. */
    public static final String ID = "org.certbench.workbench.certificates";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
    }
}
