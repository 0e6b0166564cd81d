package org.certbench.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/** The product's window opens, with the product's perspective. */
class WindowOpensTest {

    @Test
    void showsThePerspectiveOfTheProduct() {
        assertNull(Display.getCurrent(), "tests do not run on the thread of the user interface");
        AtomicReference<String> perspective = new AtomicReference<>();
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> perspective
                .set(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().getPerspective().getId()));
        assertEquals("org.certbench.workbench.certificates", perspective.get());
    }
}
