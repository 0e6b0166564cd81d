package org.certbench.workbench.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.certbench.core.DataFolder;
import org.certbench.core.PrivateFiles;
import org.certbench.core.Texts;
import org.certbench.ui.Services;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.PlatformUI;

/**
 * Changes the language. What the platform shows is read once, at the start: so the choice is kept
 * in the file {@code language} of the data folder, where the start script reads it. UI thread.
 */
final class LanguageChoice {

	private static final Texts TEXTS = Texts.of(LanguageChoice.class);
	private static final System.Logger LOG = System.getLogger(LanguageChoice.class.getName());
	private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.of("nl"), Locale.GERMAN,
			Locale.ENGLISH);
	private static final String FILE = "language";
	/** Set by start scripts that start the workbench again when it asks to. */
	private static final String RESTARTS = "certbench.restarts";

	private LanguageChoice() {
	}

	/** The language that is shown now. */
	static Locale present() {
		return LANGUAGES.stream().filter(language -> language.getLanguage().equals(Locale.getDefault().getLanguage()))
				.findFirst().orElse(Locale.ENGLISH);
	}

	/** One action for each language. */
	static List<IAction> actions() {
		return LANGUAGES.stream().map(LanguageChoice::action).toList();
	}

	/** A language's own name for itself. */
	static String name(Locale language) {
		String name = language.getDisplayLanguage(language);
		return name.substring(0, 1).toUpperCase(language) + name.substring(1);
	}

	private static IAction action(Locale language) {
		var action = new Action(name(language), IAction.AS_RADIO_BUTTON) {
			@Override
			public void run() {
				if (isChecked() && !language.equals(present())) {
					choose(language);
				}
			}
		};
		action.setId("org.certbench.workbench.language." + language.getLanguage());
		action.setChecked(language.equals(present()));
		return action;
	}

	private static void choose(Locale language) {
		var shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
		try {
			var folder = Services.find(DataFolder.class).orElseThrow().path();
			PrivateFiles.createFolder(folder);
			PrivateFiles.write(folder.resolve(FILE), (language.getLanguage() + "\n").getBytes(StandardCharsets.US_ASCII));
		} catch (IOException e) {
			LOG.log(System.Logger.Level.WARNING, "the chosen language cannot be kept", e);
			MessageDialog.openError(shell, TEXTS.get("language.title"), TEXTS.get("language.failed", e.getMessage()));
			return;
		}
		if (!Boolean.getBoolean(RESTARTS)) {
			MessageDialog.openInformation(shell, TEXTS.get("language.title"), TEXTS.get("language.message", name(language)));
			return;
		}
		String[] answers = { TEXTS.get("language.now"), TEXTS.get("language.later") };
		if (new MessageDialog(shell, TEXTS.get("language.title"), null, TEXTS.get("language.message", name(language)),
				MessageDialog.QUESTION, 0, answers).open() == 0) {
			PlatformUI.getWorkbench().restart();
		}
	}
}
