package org.certbench.keystore.internal;

import java.nio.file.Path;
import java.util.Map;

import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.KeystoreException.Damaged;
import org.certbench.keystore.KeystoreException.Missing;
import org.certbench.keystore.KeystoreException.NotAFile;
import org.certbench.keystore.KeystoreException.NotAKeystore;
import org.certbench.keystore.KeystoreException.OtherKey;
import org.certbench.keystore.KeystoreException.TooExpensive;
import org.certbench.keystore.KeystoreException.TooLarge;
import org.certbench.keystore.KeystoreException.TooManyEntries;
import org.certbench.keystore.KeystoreException.Unsupported;
import org.certbench.testing.HostileKeystore;

/** What a person is told of each hostile keystore that does not open: named as the kinds are. */
enum HostileAnswer {

	ITERATIONS_OF_THE_MAC(TooExpensive.class, "2147483651"),
	ITERATIONS_BEYOND_ALL_NUMBERS(TooExpensive.class, "1000000000000000000000000000004"),
	ITERATIONS_OF_PBMAC1(TooExpensive.class, "2147483651"),
	ITERATIONS_OF_A_SAFE(TooExpensive.class, "2147483649"),
	ITERATIONS_OF_AN_OLD_ALGORITHM(TooExpensive.class, "2147483649"),
	ITERATIONS_OF_A_KEY(TooExpensive.class, "2147483649"),
	ITERATIONS_OF_MANY_SAFES(TooExpensive.class, "21000002"),
	ITERATIONS_BEHIND_THE_PASSWORD(TooExpensive.class, "2147483651"),
	ITERATIONS_IN_JCEKS(TooExpensive.class, "5000000"),
	ITERATIONS_OF_MANY_IN_JCEKS(TooExpensive.class, "21000000"),

	NO_ITERATIONS(Damaged.class),
	LESS_THAN_NO_ITERATIONS(Damaged.class),

	SCRYPT(Unsupported.class, "scrypt"),
	LONG_KEY(Unsupported.class, "PBKDF2, 1000000 bytes"),
	UNKNOWN_FUNCTION(Unsupported.class, "PBKDF2, 1.2.3.4"),
	UNKNOWN_ALGORITHM(Unsupported.class, "an algorithm that is not known here (1.2.3.4)",
			"un algorithme qui n'est pas connu ici (1.2.3.4)"),
	RC4(Unsupported.class, "PBE-SHA1-RC4-128"),
	SHORT_KEY_OF_PBMAC1(Unsupported.class, "PBMAC1, 1 bytes"),
	FOR_A_CERTIFICATE(Unsupported.class, "a protection by a certificate instead of a password",
			"une protection par un certificat au lieu d'un mot de passe"),
	SAFE_IN_A_SAFE(Unsupported.class, "a safe inside a safe", "un coffre dans un coffre"),
	NO_PROTECTION(Unsupported.class, "neither a password nor a check of integrity",
			"ni mot de passe ni contrôle d'intégrité"),
	SECRET_KEY_IN_JCEKS(Unsupported.class, "a key that cannot be taken out", "une clé qui ne peut pas être extraite"),
	SAME_ALIAS(Unsupported.class, "two different entries under the alias authentication",
			"deux entrées différentes sous l'alias authentication"),
	SAME_ALIAS_IN_JKS(Unsupported.class, "two different entries under the alias authentication",
			"deux entrées différentes sous l'alias authentication"),

	HUGE(TooLarge.class, "3000000000"),
	MANY_SAFES(TooManyEntries.class, "1000"),
	MANY_ENTRIES(TooManyEntries.class, "501"),
	MANY_ENTRIES_BEHIND_THE_PASSWORD(TooManyEntries.class, "501"),
	MANY_ENTRIES_IN_JKS(TooManyEntries.class, "2147483647"),
	MANY_CERTIFICATES_IN_JKS(Damaged.class),
	LONG_BLOCK_IN_JCEKS(Damaged.class),
	NEGATIVE_BLOCK_IN_JCEKS(Damaged.class),
	FOLDER(NotAFile.class),
	PIPE(NotAFile.class),
	DEVICE(NotAFile.class),
	LINK_TO_NOTHING(Missing.class),
	LINK_TO_ITSELF(Missing.class),

	EMPTY(Damaged.class),
	ZEROS(Damaged.class),
	CUT_OFF(Damaged.class),
	CUT_OFF_IN_THE_LENGTH(Damaged.class),
	CUT_OFF_JKS(Damaged.class),
	LONGER_THAN_IT_IS(Damaged.class),
	LENGTH_OF_MANY_BYTES(Damaged.class),
	DEEP(Damaged.class),
	CERTIFICATE_THAT_IS_NONE(Damaged.class),
	MOMENT_OF_NO_CALENDAR(Unsupported.class, "an entry with a password of its own", "une entrée avec son propre mot de passe"),
	CERTIFICATE_OF_ANOTHER_KEY(OtherKey.class),
	CERTIFICATE(NotAKeystore.class),
	WEB_PAGE(NotAKeystore.class);

	/** The sentences in English and French: {@code {file}} is the file's name, {@code {detail}} what is particular. */
	private static final Map<Class<?>, Sentence> SENTENCES = Map.of(
			TooExpensive.class, new Sentence(
					"The keystore {file} asks for {detail} rounds of key derivation, far more than any honest one.",
					"Le keystore {file} demande {detail} tours de dérivation de clé, bien plus qu'un keystore honnête."),
			Damaged.class, new Sentence("The keystore {file} is damaged.", "Le keystore {file} est endommagé."),
			Unsupported.class, new Sentence("The keystore {file} uses something that cannot be read here: {detail}.",
					"Le keystore {file} utilise quelque chose qui ne peut pas être lu ici : {detail}."),
			TooLarge.class, new Sentence("{file} is too large for a keystore: {detail} bytes.",
					"{file} est trop grand pour un keystore : {detail} octets."),
			TooManyEntries.class, new Sentence(
					"The keystore {file} says that it holds {detail} keys and certificates, far more than any honest one.",
					"Le keystore {file} dit contenir {detail} clés et certificats, bien plus qu'un keystore honnête."),
			NotAFile.class, new Sentence("{file} is a folder or a device, not a file.",
					"{file} est un dossier ou un périphérique, et non un fichier."),
			Missing.class, new Sentence("The keystore {file} is not there.", "Le keystore {file} n'est pas là."),
			OtherKey.class, new Sentence("The certificate does not belong to the key in {file}.",
					"Le certificat n'appartient pas à la clé de {file}."),
			NotAKeystore.class, new Sentence("{file} is not a keystore.", "{file} n'est pas un keystore."));

	final Class<? extends KeystoreException> type;
	private final String detail;
	private final String frenchDetail;

	private record Sentence(String english, String french) {
	}

	HostileAnswer(Class<? extends KeystoreException> type) {
		this(type, "");
	}

	HostileAnswer(Class<? extends KeystoreException> type, String detail) {
		this(type, detail, detail);
	}

	HostileAnswer(Class<? extends KeystoreException> type, String detail, String frenchDetail) {
		this.type = type;
		this.detail = detail;
		this.frenchDetail = frenchDetail;
	}

	HostileKeystore kind() {
		return HostileKeystore.valueOf(name());
	}

	String message(Path file) {
		return told(SENTENCES.get(type).english(), file, detail);
	}

	String frenchMessage(Path file) {
		return told(SENTENCES.get(type).french(), file, frenchDetail);
	}

	private static String told(String sentence, Path file, String detail) {
		return sentence.replace("{file}", file.getFileName().toString()).replace("{detail}", detail);
	}

	/** The page of the guide. */
	String problem() {
		return type == Missing.class ? "keystore-lost" : "keystore-unreadable";
	}

	/** Only for what is behind the password something is derived first. */
	boolean isToldBeforeDeriving() {
		return switch (this) {
			case ITERATIONS_BEHIND_THE_PASSWORD, MANY_ENTRIES_BEHIND_THE_PASSWORD, SAFE_IN_A_SAFE, SAME_ALIAS,
					CERTIFICATE_THAT_IS_NONE, CERTIFICATE_OF_ANOTHER_KEY, MOMENT_OF_NO_CALENDAR -> false;
			default -> true;
		};
	}
}
