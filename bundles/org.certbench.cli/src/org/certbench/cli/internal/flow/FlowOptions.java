package org.certbench.cli.internal.flow;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.certbench.authority.ContactData;
import org.certbench.cli.CardChoice;
import org.certbench.cli.FlowAnswers;
import org.certbench.cli.SecretFiles;
import org.certbench.cli.internal.HelpTexts;
import org.certbench.core.KeyIdentifier;
import org.certbench.flow.Choice;
import org.certbench.flow.StepKind;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of a flow's command: those that answer the kinds of steps which the flow has. */
final class FlowOptions {

	private final KeystoreOptions keystore = new KeystoreOptions();
	private final OldKeystoreOptions oldKeystore = new OldKeystoreOptions();
	private final CertificateOptions certificate = new CertificateOptions();
	private final KeystorePasswordOptions keystorePassword = new KeystorePasswordOptions();
	private final TermsOptions terms = new TermsOptions();
	private final CardOptions card = new CardOptions();
	private final HolderOptions holder = new HolderOptions();
	private final ContactOptions contact = new ContactOptions();
	private final PasswordOptions password = new PasswordOptions();
	private final SettingsOptions settings = new SettingsOptions();
	private final ChoiceOptions choices = new ChoiceOptions();

	/** Adds the options that answer these kinds of steps, and these choices, to a command. */
	void addTo(CommandSpec command, Set<StepKind> asked, List<Choice> askedChoices) {
		Map<StepKind, List<Object>> all = new LinkedHashMap<>();
		all.put(StepKind.KEYSTORE, List.of(keystore, keystorePassword));
		all.put(StepKind.OLD_KEYSTORE, List.of(oldKeystore));
		all.put(StepKind.CERTIFICATE, List.of(keystore, certificate));
		all.put(StepKind.HOLDER, List.of(holder));
		all.put(StepKind.CONTACT, List.of(contact));
		all.put(StepKind.TERMS, List.of(terms));
		all.put(StepKind.SUMMARY, List.of(terms));
		all.put(StepKind.CARD, List.of(card));
		all.put(StepKind.PASSWORD, List.of(password));
		all.put(StepKind.SETTINGS, List.of(settings));
		all.keySet().retainAll(asked);
		all.values().stream().flatMap(List::stream).distinct().forEach(
				options -> command.addMixin(options.getClass().getSimpleName(), CommandSpec.forAnnotatedObject(options)));
		choices.addTo(command, askedChoices);
		HelpTexts.forCommand(command, FlowOptions.class);
	}

	FlowAnswers answers(CardChoice chosenCard) {
		return new FlowAnswers(keystore.file, oldKeystore.file, certificate.key, holder.holder, contact.data(), contact.uses(), choices.chosen(),
				settings.settings, terms.isAccepted(), chosenCard);
	}

	SecretFiles secretFiles() {
		return new SecretFiles(keystorePassword.passwordFile(), oldKeystore.passwordFile, password.newPasswordFile, card.pinFile());
	}

	/** For {@link StepKind#KEYSTORE} and {@link StepKind#CERTIFICATE}. */
	static final class KeystoreOptions {
		@Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
		private Path file;
	}

	/** For {@link StepKind#OLD_KEYSTORE}. */
	static final class OldKeystoreOptions {

		@Option(names = "--old", paramLabel = "FILE")
		private Path file;
		@Option(names = "--old-password-file", paramLabel = "F")
		private Path passwordFile;
	}

	/** For {@link StepKind#CERTIFICATE}, where there is no file. */
	static final class CertificateOptions {
		@Option(names = "--certificate", paramLabel = "KEYID", converter = KeyConverter.class)
		private KeyIdentifier key;
	}

	/** Reads the identifier of a key. */
	static final class KeyConverter implements ITypeConverter<KeyIdentifier> {
		@Override
		public KeyIdentifier convert(String value) {
			return new KeyIdentifier(value);
		}
	}

	/** For {@link StepKind#KEYSTORE}, whichever keystore it is. */
	static final class KeystorePasswordOptions {
		@Option(names = "--password-file", paramLabel = "F")
		private Path passwordFile;

		Path passwordFile() {
			return passwordFile;
		}
	}

	/** For {@link StepKind#TERMS} and {@link StepKind#SUMMARY}; a summary that is signed is a contract and asks for the same. */
	static final class TermsOptions {
		@Option(names = "--accept-terms")
		private boolean accepted;

		boolean isAccepted() {
			return accepted;
		}
	}

	/** For {@link StepKind#CARD}; which card is an option of every command. */
	static final class CardOptions {
		@Option(names = "--pin-file", paramLabel = "F")
		private Path pinFile;

		Path pinFile() {
			return pinFile;
		}
	}

	/** For {@link StepKind#HOLDER}. */
	static final class HolderOptions {
		@Option(names = "--holder", paramLabel = "self|TYPE=ID[,APPID]", defaultValue = "")
		private String holder = "";
	}

	/** For {@link StepKind#CONTACT}. */
	static final class ContactOptions {
		@Option(names = "--email", paramLabel = "ADDRESS", defaultValue = "")
		private String email = "";

		@Option(names = "--phone", paramLabel = "NUMBER", defaultValue = "")
		private String phone = "";

		@Option(names = "--general-email", paramLabel = "ADDRESS", defaultValue = "")
		private String generalEmail = "";

		@Option(names = "--general-phone", paramLabel = "NUMBER", defaultValue = "")
		private String generalPhone = "";

		@Option(names = "--use", paramLabel = "CODE", split = ",")
		private List<String> uses = List.of();

		List<String> uses() {
			return uses;
		}

		ContactData data() {
			return new ContactData(email, generalEmail, phone, generalPhone);
		}
	}

	/** For {@link StepKind#SETTINGS}. */
	static final class SettingsOptions {
		@Option(names = "--set", paramLabel = "NAME=VALUE")
		private Map<String, String> settings = Map.of();
	}

	/** For {@link StepKind#PASSWORD}. */
	static final class PasswordOptions {
		@Option(names = "--new-password-file", paramLabel = "F")
		private Path newPasswordFile;
	}
}
