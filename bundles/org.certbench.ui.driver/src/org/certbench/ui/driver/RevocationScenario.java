package org.certbench.ui.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A person writes the form for a revocation, and then has the certificate revoked over the service (M30).
 * The same for every driver. {@link RequestScenario} or {@link RenewalScenario} has just ended.
 */
public final class RevocationScenario {

	private final UiDriver ui;
	private final String pictures;
	private final Path papers;

	/**
	 * @param pictures how the names of the pictures begin
	 * @param papers   an empty folder for the form
	 */
	public RevocationScenario(UiDriver ui, String pictures, Path papers) {
		this.ui = ui;
		this.pictures = pictures;
		this.papers = papers;
	}

	/**
	 * Revokes.
	 *
	 * @param words in the row of the certificate
	 */
	public void run(String words) {
		writeForm(words);
		revoke(words);
	}

	private void writeForm(String words) {
		var wizard = new StartPage(ui).start("revoke", pictures + "-form");
		wizard.choose("by", "paper");
		wizard.chooseCertificate(words);
		wizard.choose("reason", "password-forgotten");
		wizard.set("folder", papers.toString()).confirmSettings();
		wizard.confirm();
		var told = wizard.result();
		wizard.close();
		if (!told.contains(".pdf") || !told.contains(".eml") || count() != 2) {
			throw new AssertionError("form and mail are not there: " + told);
		}
	}

	private long count() {
		try (Stream<Path> files = Files.list(papers)) {
			return files.count();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void revoke(String words) {
		var wizard = new StartPage(ui).start("revoke", pictures);
		wizard.choose("by", "service");
		wizard.useCard();
		wizard.identifyYourself();
		wizard.chooseCertificate(words);
		wizard.choose("reason", "password-forgotten");
		wizard.confirm();
		var pin = wizard.pin();
		pin.give(pin.toldPin());
		wizard.result();
		wizard.close();
		refuseAgain(words);
	}

	/** It does not come into question any more. */
	private void refuseAgain(String words) {
		var wizard = new StartPage(ui).start("revoke", pictures + "-again");
		wizard.choose("by", "paper");
		ui.awaitShown("wizard.certificate.certificate");
		ui.await("the certificates are looked for", () -> ui.isShown("wizard.certificate.remark"));
		if (ui.rows("wizard.certificate.certificate").stream().anyMatch(row -> row.contains(words))) {
			throw new AssertionError("what is revoked is offered again");
		}
		wizard.leave();
	}
}
