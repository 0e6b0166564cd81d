package org.certbench.ehealth.simulator.internal.desk;

import java.util.LinkedHashMap;
import java.util.Map;

import org.certbench.core.Texts;

/** The simulator says no: a code, a text, and parameters that say what exactly. */
public final class Refusal extends Exception {

	private static final long serialVersionUID = 1L;

	private final RefusalCode code;
	private final String suffix;
	private final transient Map<String, String> parameters;

	/** @param parameters names and values in turn */
	public Refusal(RefusalCode code, String... parameters) {
		this(code, parameters, "");
	}

	private Refusal(RefusalCode code, String[] parameters, String suffix) {
		super(Texts.of(Refusal.class).get("refusal." + code.name(), (Object[]) values(parameters)));
		this.code = code;
		this.suffix = suffix;
		this.parameters = new LinkedHashMap<>();
		for (int i = 0; i < parameters.length; i += 2) {
			this.parameters.put(parameters[i], parameters[i + 1]);
		}
	}

	/** A refusal whose code has a value in it, in brackets. */
	static Refusal withValueInCode(RefusalCode code, String name, String value) {
		return new Refusal(code, new String[] { name, value }, "[" + value + "]");
	}

	/** As on the wire. */
	public String wireCode() {
		return code.name() + suffix;
	}

	/** By name, in their order. */
	public Map<String, String> parameters() {
		return parameters;
	}

	private static String[] values(String[] parameters) {
		var values = new String[parameters.length / 2];
		for (int i = 0; i < values.length; i++) {
			values[i] = parameters[2 * i + 1];
		}
		return values;
	}
}
