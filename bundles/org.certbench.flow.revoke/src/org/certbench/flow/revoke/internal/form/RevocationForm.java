package org.certbench.flow.revoke.internal.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.certbench.core.ProblemException;
import org.certbench.core.Signer;

/**
 * The revocation form (M30): a PDF with fields, in French and Dutch, filled in as far as is known. It is
 * signed with a card, or printed and signed by hand.
 */
public final class RevocationForm {

	private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");
	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu").withZone(BELGIUM);
	private static final float SIGNATURE_HEIGHT = 70;

	private RevocationForm() {
	}

	/** A day as the form's readers write it. */
	public static String day(Instant moment) {
		return DAY.format(moment);
	}

	/** The form to be printed and signed by hand; what is not known can be filled in. */
	public static byte[] forHand(FormContent content) throws IOException {
		return write(content, false);
	}

	/**
	 * The form, signed (PAdES, baseline B).
	 *
	 * @param signer the card's signature key
	 */
	public static byte[] signed(FormContent content, Signer signer) throws IOException, ProblemException {
		return new PdfSignature(signer, content.written()).sign(write(content, true));
	}

	private static byte[] write(FormContent content, boolean byCard) throws IOException {
		try (var document = new PDDocument(); var bytes = new ByteArrayOutputStream()) {
			document.getDocumentInformation().setTitle(FormTexts.both("title"));
			document.getDocumentCatalog().setLanguage(Locale.FRENCH.getLanguage());
			try (var page = new FormPage(document)) {
				page.title(FormTexts.LANGUAGES.stream().map(language -> FormTexts.in(language, "title")).toList());
				for (var language : FormTexts.LANGUAGES) {
					page.text(FormTexts.in(language, "intro"));
				}
				writeCertificate(page, content);
				writeApplicant(page, content, byCard);
			}
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	private static void writeCertificate(FormPage page, FormContent content) throws IOException {
		page.section(FormTexts.both("section.certificate"));
		page.field("environment", FormTexts.both("environment"), FormTexts.both("environment." + content.environment().id()));
		page.field("holder", FormTexts.both("holder"), content.holderName());
		page.field("identifier", FormTexts.both("identifier"), content.holder().identifier().toString());
		page.field("application", FormTexts.both("application"), content.holder().applicationId());
		page.field("key", FormTexts.both("key"), content.key());
		page.field("expires", FormTexts.both("expires"), content.expires());
		page.section(FormTexts.both("section.reason"));
		page.field("reason", FormTexts.both("reason"), FormTexts.both("reason." + content.reason()));
	}

	private static void writeApplicant(FormPage page, FormContent content, boolean byCard) throws IOException {
		page.section(FormTexts.both("section.applicant"));
		page.field("manager", FormTexts.both("manager"), content.manager());
		page.field("ssin", FormTexts.both("ssin"), content.managerSsin());
		if (!byCard) {
			page.field("capacity", FormTexts.both("capacity"), "");
			page.field("phone", FormTexts.both("phone"), "");
		}
		page.section(FormTexts.both("section.signature"));
		for (var language : FormTexts.LANGUAGES) {
			page.text(FormTexts.in(language, "statement"));
		}
		if (byCard) {
			page.field("date", FormTexts.both("date"), day(content.written()));
			page.text(FormTexts.both("byCard"));
		} else {
			page.field("date", FormTexts.both("date"), "");
			page.space(FormTexts.both("byHand"), SIGNATURE_HEIGHT);
		}
	}
}
