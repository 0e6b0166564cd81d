package org.certbench.ehealth.simulator.internal.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.certbench.ehealth.simulator.internal.state.Json;

/** The types of organisations that the simulator knows, from {@code organisation-types.json}. Immutable. */
public final class OrganisationTypes {

	/** What a natural person's certificate can be used for. */
	static final List<String> BASE_SERVICES_OF_PERSONS = List.of("tsa", "consultrn", "codage", "other");

	private final List<Type> types;

	/**
	 * A type.
	 *
	 * @param type              as in {@code NIHII-HOSPITAL=…}
	 * @param name              by language, {@code fr} and {@code nl}
	 * @param regularExpression of its values
	 * @param checkDigits       the names of the algorithms, as on the wire
	 * @param baseServices      what its certificates can be used for
	 */
	public record Type(String type, Map<String, String> name, String regularExpression, List<String> checkDigits,
			List<String> baseServices) {
	}

	public OrganisationTypes() {
		try (var json = OrganisationTypes.class.getResourceAsStream("organisation-types.json")) {
			types = List.of(Json.read(new String(json.readAllBytes(), StandardCharsets.UTF_8), Type[].class));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public List<Type> all() {
		return types;
	}

	/** The type of that name, where there is one. */
	public Optional<Type> find(String type) {
		return types.stream().filter(each -> each.type().equals(type)).findFirst();
	}
}
