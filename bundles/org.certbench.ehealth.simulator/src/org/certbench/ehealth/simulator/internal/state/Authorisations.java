package org.certbench.ehealth.simulator.internal.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.core.Identifier;
import org.certbench.core.PrivateFiles;

/**
 * Which organisations exist and who manages them: {@code organisations.json}, made with invented ones
 * and read again at each question, so that it can be edited while the simulator runs. Every person may
 * ask for a certificate of their own. Thread-safe.
 */
public final class Authorisations {

	private static final String FRENCH = "fr";
	private static final String DUTCH = "nl";

	/** The first virtual person: Jane Doe. */
	private static final String JANE = "85999900189";

	/** The invented ambulance service of the first virtual person. */
	public static final Organisation AMBULANCE_SERVICE = new Organisation(
			new Identifier("NIHII-AMBU_SERVICE", "79699950"),
			Map.of(FRENCH, "Ambulances de l'Exemple", DUTCH, "Ambulancedienst Voorbeeld"), List.of(JANE));

	private static final Directory INVENTED = new Directory(List.of(AMBULANCE_SERVICE,
			new Organisation(new Identifier("NIHII-PHARMACY", "99999971"),
					Map.of(FRENCH, "Pharmacie de l'Exemple", DUTCH, "Apotheek Voorbeeld"), List.of(JANE))));

	private final Path file;

	/** The file's content. */
	private record Directory(List<Organisation> organisations) {
	}

	/**
	 * An organisation.
	 *
	 * @param identifier its number
	 * @param name       by language, {@code fr} and {@code nl}
	 * @param managers   the SSINs of those who may act for it
	 */
	public record Organisation(Identifier identifier, Map<String, String> name, List<String> managers) {

		/** As certificates have it. */
		public String certificateName() {
			return name.getOrDefault(FRENCH, identifier.value());
		}

		/** Who stands for it where nobody signed: the first manager. */
		public Optional<Identifier> firstManager() {
			return managers.stream().findFirst().map(Identifier::ssin);
		}
	}

	public Authorisations(Path state) throws IOException {
		file = state.resolve("organisations.json");
		if (!Files.exists(file)) {
			write(INVENTED);
		}
	}

	public Optional<Organisation> organisation(Identifier identifier) throws IOException {
		return organisations().stream().filter(each -> each.identifier().equals(identifier)).findFirst();
	}

	/** The organisations that a person manages. */
	public List<Organisation> managedBy(Identifier person) throws IOException {
		return organisations().stream().filter(each -> each.managers().contains(person.value())).toList();
	}

	/** Whether a person may ask for certificates of a holder. */
	public boolean mayAct(Identifier person, Identifier holder) throws IOException {
		return holder.isPerson() ? holder.equals(person)
				: managedBy(person).stream().anyMatch(each -> each.identifier().equals(holder));
	}

	/** Adds an organisation that is not known yet, with the first virtual person as its manager. */
	public Organisation add(Identifier identifier, String name) throws IOException {
		var added = new Organisation(identifier, Map.of(FRENCH, name, DUTCH, name), List.of(JANE));
		write(new Directory(Stream.concat(organisations().stream(), Stream.of(added)).toList()));
		return added;
	}

	private void write(Directory directory) throws IOException {
		PrivateFiles.write(file, Json.write(directory).getBytes(StandardCharsets.UTF_8));
	}

	private List<Organisation> organisations() throws IOException {
		return Json.read(Files.readString(file), Directory.class).organisations();
	}
}
