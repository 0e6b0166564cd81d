package org.certbench.cli.internal;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.certbench.core.Texts;

import picocli.CommandLine.Model.CommandSpec;

/**
 * The texts of {@code --help}: this package's for the options of every command and the headings, and
 * for a command those beside its class.
 */
public final class HelpTexts extends ResourceBundle {

	private final Map<String, Object> texts = new HashMap<>();

	private HelpTexts(ResourceBundle... bundles) {
		for (var bundle : bundles) {
			bundle.keySet().forEach(key -> texts.put(key, bundle.getObject(key)));
		}
	}

	/** Gives the program and all its commands their texts. */
	static void forProgram(CommandSpec root) {
		var own = new HelpTexts(own());
		apply(root, own);
		root.subcommands().values().stream().map(line -> line.getCommandSpec())
				.filter(spec -> spec.resourceBundle() == null).forEach(spec -> apply(spec, own));
	}

	/** Gives a command the texts beside a class. */
	public static CommandSpec forCommand(CommandSpec spec, Class<?> owner) {
		try {
			return apply(spec, new HelpTexts(own(), Texts.of(owner).bundle()));
		} catch (MissingResourceException none) {
			return apply(spec, new HelpTexts(own()));
		}
	}

	private static ResourceBundle own() {
		return Texts.of(HelpTexts.class).bundle();
	}

	private static CommandSpec apply(CommandSpec spec, HelpTexts texts) {
		spec.resourceBundle(texts);
		spec.usageMessage().abbreviateSynopsis(true).sortOptions(false);
		return spec;
	}

	@Override
	protected Object handleGetObject(String key) {
		return texts.get(key);
	}

	@Override
	public Enumeration<String> getKeys() {
		return Collections.enumeration(texts.keySet());
	}
}
