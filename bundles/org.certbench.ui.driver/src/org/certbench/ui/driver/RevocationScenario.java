package org.certbench.ui.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A person writes the form for a revocation, and then has the certificate revoked over the service (M30).
 * The same for every driver. {@link RequestScenario} or {@link RenewalScenario} has just ended.
 */
public final class RevocationScenario {

	/** Stands in a PDF that was signed (PAdES). */
	private static final String SIGNATURE = "/ETSI.CAdES.detached";

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
	 * Revokes, after a form was written that is to be signed by hand.
	 *
	 * @param words in the row of the certificate
	 */
	public void run(String words) {
		writeForm(words, false);
		revoke(words);
	}

	/**
	 * Revokes, after a form was written that the eID signed.
	 *
	 * @param words in the row of the certificate
	 */
	public void runWithSignedForm(String words) {
		writeForm(words, true);
		revoke(words);
	}

	private void writeForm(String words, boolean isSigned) {
		var wizard = new StartPage(ui).start("revoke", pictures + "-form");
		wizard.choose("by", isSigned ? "form" : "paper");
		if (isSigned) {
			wizard.useCard();
		}
		wizard.chooseCertificate(words);
		wizard.choose("reason", "password-forgotten");
		wizard.set("folder", papers.toString()).confirmSettings();
		wizard.confirm();
		if (isSigned) {
			var pin = wizard.pin();
			pin.give(pin.toldPin());
		}
		var told = wizard.result();
		wizard.close();
		var forms = written(".pdf");
		if (forms.size() != 1 || written(".eml").size() != 1 || !told.contains(".pdf") || !told.contains(".eml")) {
			throw new AssertionError("form and mail are not there: " + told);
		}
		if (forms.getFirst().contains(SIGNATURE) != isSigned) {
			throw new AssertionError(isSigned ? "the form is not signed" : "nobody was to sign the form");
		}
	}

	/** The contents of the files with this ending. */
	private List<String> written(String ending) {
		try (Stream<Path> files = Files.list(papers)) {
			var contents = new ArrayList<String>();
			for (var file : files.filter(each -> each.toString().endsWith(ending)).toList()) {
				contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
			}
			return contents;
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
