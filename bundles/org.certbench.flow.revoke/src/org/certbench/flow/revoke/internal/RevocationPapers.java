package org.certbench.flow.revoke.internal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.certbench.core.HolderSubject;
import org.certbench.core.PrivateFiles;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Setting;
import org.certbench.core.Setting.Form;
import org.certbench.core.Texts;
import org.certbench.eid.Card;
import org.certbench.eid.CardIdentity;
import org.certbench.eid.CardKey;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowSession;
import org.certbench.flow.SettingsStep;
import org.certbench.flow.Summary;
import org.certbench.flow.SummaryBuilder;
import org.certbench.flow.revoke.internal.form.FormContent;
import org.certbench.flow.revoke.internal.form.FormTexts;
import org.certbench.flow.revoke.internal.form.RevocationForm;
import org.certbench.mail.Mail;
import org.certbench.mail.Mail.Attachment;
import org.certbench.mail.Mailer;

/**
 * One run of a revocation by form: writes the form and a mail to eHealth with it, beside the keystore or
 * where the person wants them. Nothing is sent, and no file is overwritten.
 */
final class RevocationPapers implements SettingsStep.Questions {

	/** Who takes revocations by form. */
	static final String RECIPIENT = "ehealth-certificates@ehealth.fgov.be";

	private static final Texts TEXTS = Texts.of(RevocationPapers.class);
	private static final String FOLDER = "folder";
	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

	private final Supplier<Mailer> mailer;
	private List<Path> written = List.of();

	RevocationPapers(Supplier<Mailer> mailer) {
		this.mailer = mailer;
	}

	/** The form and the mail; empty before they were written. */
	List<Path> written() {
		return written;
	}

	@Override
	public List<Setting> settings(FlowSession session) {
		return List.of(new Setting(FOLDER, Form.FOLDER, TEXTS.get("form.folder"), TEXTS.get("form.folder.hint"), true,
				folderOfKeystore(session).toString()));
	}

	private static Path folderOfKeystore(FlowSession session) {
		return session.require(Answer.CERTIFICATE).keystore().map(file -> file.toAbsolutePath().getParent())
				.filter(Files::isDirectory).orElse(session.keystoreFolder());
	}

	@Override
	public Map<String, String> known(FlowSession session) {
		return Map.of();
	}

	@Override
	public List<Setting.Problem> check(FlowSession session, Map<String, String> values) {
		var folder = values.get(FOLDER);
		return folder == null || isFolder(folder) ? List.of()
				: List.of(new Setting.Problem(FOLDER, TEXTS.get("form.noFolder", folder)));
	}

	/** Asked while one types: what is no path on this system is no folder either. */
	private static boolean isFolder(String text) {
		try {
			return Files.isDirectory(Path.of(text));
		} catch (InvalidPathException e) {
			return false;
		}
	}

	/** What will stand in the form. */
	Summary prepare(FlowSession session) {
		var content = content(session);
		var summary = new SummaryBuilder(TEXTS).section("summary.certificate")
				.holder(new HolderSubject(content.holder(), content.holderName())).row("summary.key", content.key())
				.row("summary.expires", content.expires()).section("summary.revocation")
				.row("summary.reason", Ground.of(session).title()).section("form.title")
				.row("form.folder", folder(session)).row("form.recipient", RECIPIENT);
		if (Way.of(session) == Way.FORM) {
			summary.section("summary.signature").row("summary.signer", content.manager()).row("summary.meaning",
					TEXTS.get("summary.binding"));
		}
		return summary.build();
	}

	/** Writes the form, signed with the eID where that was chosen, and then the mail. */
	void write(FlowSession session, Progress progress) throws ProblemException {
		progress.doing(TEXTS.get("form.writing"));
		var content = content(session);
		var folder = folder(session);
		try {
			var pdf = Way.of(session) == Way.FORM
					? RevocationForm.signed(content,
							session.signer(CardKey.SIGNATURE, TEXTS.get("form.meaning", content.holder())))
					: RevocationForm.forHand(content);
			written = write(session, folder, pdf, content);
		} catch (IOException e) {
			throw new RevocationException.NotWritten(folder, e);
		}
	}

	private List<Path> write(FlowSession session, Path folder, byte[] pdf, FormContent content)
			throws IOException, ProblemException {
		var moment = MOMENT.format(session.services().clock().instant().atZone(ZoneId.systemDefault()));
		var name = TEXTS.get("form.file", content.holder(), moment).replace('/', '_');
		var form = writeNew(folder, name, ".pdf", pdf);
		var mail = mail(content, form.getFileName().toString(), pdf);
		return List.of(form, writeNew(folder, name, ".eml", mailer.get().draft(mail)));
	}

	/** Under the next name that is not taken. */
	private static Path writeNew(Path folder, String name, String extension, byte[] content) throws IOException {
		for (int number = 1;; number++) {
			var file = folder.resolve(name + (number == 1 ? "" : " (" + number + ")") + extension);
			try {
				PrivateFiles.writeNew(file, content);
				return file;
			} catch (FileAlreadyExistsException taken) {
				// the next one
			}
		}
	}

	private static Mail mail(FormContent content, String fileName, byte[] pdf) {
		var language = FormTexts.forReader();
		var text = FormTexts.in(language, "mail.text")
				.replace("{0}", content.holderName()).replace("{1}", content.holder().toString())
				.replace("{2}", FormTexts.in(language, "reason." + content.reason())).replace("{3}", content.manager());
		return new Mail("", List.of(RECIPIENT), List.of(),
				FormTexts.in(language, "mail.subject") + ": " + content.holder(), text,
				List.of(new Attachment(fileName, "application/pdf", pdf)));
	}

	private static FormContent content(FlowSession session) {
		var certificate = session.require(Answer.CERTIFICATE);
		var manager = session.get(Answer.CARD).filter(card -> Way.of(session) == Way.FORM).map(Card::identity);
		return new FormContent(session.environment(), certificate.holder(), certificate.holderName(),
				certificate.keyIdentifier().map(Object::toString).orElse(""),
				certificate.expires().map(RevocationForm::day).orElse(""), Ground.of(session).word(),
				manager.map(CardIdentity::displayName).orElse(""), manager.map(identity -> identity.ssin().value()).orElse(""),
				session.services().clock().instant());
	}

	private static Path folder(FlowSession session) {
		return Path.of(session.require(new Answer<>(FOLDER, String.class)).strip());
	}
}
