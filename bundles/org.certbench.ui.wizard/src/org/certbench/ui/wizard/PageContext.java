package org.certbench.ui.wizard;

import java.nio.file.Path;
import java.util.Optional;

import org.certbench.flow.FlowSession;
import org.certbench.flow.Flows;
import org.certbench.flow.Step;
import org.eclipse.jface.dialogs.IDialogSettings;

/** What a page knows of the wizard that shows it. UI thread. */
public interface PageContext {

	/** The step that the page is for. */
	Step step();

	/** What is known, and where the answers go. */
	FlowSession session();

	/** An answer was given, changed or taken back: the answers are checked again. */
	void answered();

	/** Goes on as if the button were pressed; does nothing while the answers are not all right. */
	void goOn();

	/** Ends the wizard as if Cancel were pressed. */
	void leave();

	/** The flow that comes next for the request of this one; nothing where there is none. */
	Optional<Flows.Description> following();

	/** Ends the wizard and starts the flow that comes next. */
	void startFollowing();

	/** Where choices are remembered until the next time; nothing secret may go there. */
	IDialogSettings remembered();

	/** A sentence that tells the password of a demonstration keystore; nothing for real ones. */
	Optional<String> passwordHint(Path keystore);
}
