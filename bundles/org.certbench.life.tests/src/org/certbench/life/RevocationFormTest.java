package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.eid.CardKey;
import org.certbench.eid.virtual.VirtualCards;
import org.certbench.flow.Answer;
import org.certbench.flow.ResultStep;
import org.certbench.flow.StepKind;
import org.certbench.flow.revoke.internal.form.FormContent;
import org.certbench.flow.revoke.internal.form.RevocationForm;
import org.certbench.testing.Programs;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

@DisplayName("M30: the revocation form")
class RevocationFormTest {

	private static final FormContent CONTENT = new FormContent(Environment.SIMULATOR,
			Holder.parse("NIHII-AMBU_SERVICE=79699950,LABO"), "Ambulances Érable & Żółw ď'Été",
			"0123456789ABCDEF0123456789ABCDEF01234567", "01/03/2027", "password-forgotten", "Jäne Doë", "85999900189",
			Instant.parse("2026-03-01T10:00:00Z"));

	@TempDir
	private Path folder;
	@AutoClose
	private Installation installation;

	@BeforeEach
	void install() throws Exception {
		installation = new Installation(folder);
	}

	private static Map<String, PDField> fields(PDDocument document) {
		var fields = new HashMap<String, PDField>();
		document.getDocumentCatalog().getAcroForm(null).getFieldTree().forEach(field -> fields.put(field.getPartialName(), field));
		return fields;
	}

	@Test
	@DisplayName("opens, has its fields filled in with their diacritics, in French and Dutch, and what is unknown can be filled in")
	void fields() throws Exception {
		var unknown = new FormContent(CONTENT.environment(), CONTENT.holder(), CONTENT.holderName(), "", "", CONTENT.reason(), "",
				"", CONTENT.written());
		try (var document = Loader.loadPDF(RevocationForm.forHand(unknown))) {
			var fields = fields(document);
			assertEquals(CONTENT.holderName(), fields.get("holder").getValueAsString());
			assertEquals("NIHII-AMBU_SERVICE=79699950", fields.get("identifier").getValueAsString());
			assertEquals("LABO", fields.get("application").getValueAsString());
			assertTrue(fields.get("reason").getValueAsString().contains("Mot de passe oublié / Wachtwoord vergeten"));
			assertTrue(fields.get("holder").isReadOnly(), "what is known is not changed any more");
			assertFalse(fields.get("manager").isReadOnly() || fields.get("key").isReadOnly() || fields.get("date").isReadOnly());
			var text = new PDFTextStripper().getText(document);
			assertTrue(text.contains("Demande de révocation") && text.contains("Aanvraag tot intrekking"), text);
			assertEquals(1, document.getNumberOfPages());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { VirtualCards.RSA_READER, VirtualCards.EC_READER })
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	@DisplayName("signed with the eID, its signature is intact for poppler, covers the whole file, and breaks when a byte changes")
	void signed(String reader) throws Exception {
		var card = Cards.in(reader);
		var pdf = RevocationForm.signed(CONTENT, card.signer(CardKey.SIGNATURE, "Sign", Cards.PIN));
		Files.write(folder.resolve("form.pdf"), pdf);

		var judged = pdfsig("form.pdf");

		assertTrue(judged.contains("Signature is Valid"), judged);
		assertTrue(judged.contains("Total document signed"), judged);
		assertTrue(judged.contains("ETSI.CAdES.detached"), judged);
		assertTrue(judged.contains(card.identity().name()), judged);
		try (var document = Loader.loadPDF(pdf)) {
			assertEquals("Jäne Doë", fields(document).get("manager").getValueAsString());
			assertEquals(1, document.getSignatureDictionaries().size());
		}
		var changed = pdf.clone();
		changed[coveredPlace(changed)]++;
		Files.write(folder.resolve("changed.pdf"), changed);
		var broken = pdfsig("changed.pdf");
		assertFalse(broken.contains("Signature is Valid"), broken);
	}

	/** An uncompressed place that the signature covers: the moment that it claims. */
	private static int coveredPlace(byte[] pdf) {
		int at = new String(pdf, StandardCharsets.ISO_8859_1).indexOf("20260301");
		assertTrue(at > 0, "the moment stands in the clear");
		return at;
	}

	private String pdfsig(String file) {
		return Programs.run(folder, "sh", "-c", "LC_ALL=C pdfsig -nocert " + file + "; true");
	}

	@Test
	@DisplayName("a PIN that is not given leaves no file")
	void cancelled() throws Exception {
		var signer = Cards.in(VirtualCards.RSA_READER).signer(CardKey.SIGNATURE, "Sign", request -> {
			throw new Cancelled();
		});
		assertThrows(Cancelled.class, () -> RevocationForm.signed(CONTENT, signer));
	}

	@ParameterizedTest
	@ValueSource(strings = { "form", "paper" })
	@DisplayName("lies beside the keystore with a mail to eHealth, a draft that has it attached; a second one overwrites nothing")
	void files(String way) throws Exception {
		var jane = Manager.jane(installation);
		var keystore = jane.request();
		jane.complete(keystore, Manager.PASSWORD);
		Files.createDirectories(keystore.getParent());

		var first = written(jane, keystore, way);
		var second = written(jane, keystore, way);

		assertEquals(List.of(keystore.getParent(), keystore.getParent()), first.stream().map(Path::getParent).toList());
		assertEquals(4, Stream.concat(first.stream(), second.stream()).filter(Files::isRegularFile).distinct().count());
		var mail = new MimeMessage(null, new ByteArrayInputStream(Files.readAllBytes(first.getLast())));
		assertEquals("ehealth-certificates@ehealth.fgov.be", mail.getRecipients(Message.RecipientType.TO)[0].toString());
		assertEquals("1", mail.getHeader("X-Unsent", null));
		var parts = new MimeMultipart(new ByteArrayDataSource(mail.getRawInputStream(), mail.getContentType()));
		var text = new String(parts.getBodyPart(0).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertTrue(text.contains("JANE ANN DOE") && text.contains("Cessation d'activité"), text);
		assertEquals(first.getFirst().getFileName().toString(), parts.getBodyPart(1).getFileName());
		assertArrayEquals(Files.readAllBytes(first.getFirst()), parts.getBodyPart(1).getInputStream().readAllBytes());
		try (var document = Loader.loadPDF(first.getFirst().toFile())) {
			assertEquals(way.equals("form") ? 1 : 0, document.getSignatureDictionaries().size());
			assertEquals(installation.onlyRequest().key(), new KeyIdentifier(fields(document).get("key").getValueAsString()));
		}
	}

	@Test
	@DisplayName("a text that is no path, as one may type it, is told beside the field for the folder")
	void noPath() throws Exception {
		var jane = Manager.jane(installation);
		var keystore = jane.request();
		try (var run = jane.begin("revoke", RevokeTest.flow(), RevokeTest.answers(Map.of("by", "paper", "reason", "cessation"))
				.andThen(session -> session.put(Answer.KEYSTORE_FILE, keystore)))) {
			jane.goTo(run, StepKind.SETTINGS);
			run.session().put(new Answer<>("folder", String.class), "no\0path");

			assertEquals(List.of("folder"), run.check().stream().map(problem -> problem.answer().id()).toList());
		}
	}

	private static List<Path> written(Manager manager, Path keystore, String way) throws ProblemException {
		try (var run = manager.begin("revoke", RevokeTest.flow(), RevokeTest.answers(Map.of("by", way, "reason", "cessation"))
				.andThen(session -> session.put(Answer.KEYSTORE_FILE, keystore)))) {
			manager.goTo(run, StepKind.RESULT);
			return ((ResultStep) run.current()).result().orElseThrow().made();
		}
	}
}
