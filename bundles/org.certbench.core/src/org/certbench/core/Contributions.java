package org.certbench.core;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;

/**
 * The contributions to one extension point, as every extension point of the product has them: an
 * element with {@code id}, {@code name}, {@code order} and {@code class}. Thread-safe.
 *
 * @param <T> what the class of a contribution is
 */
public final class Contributions<T> {

	private final List<Contribution<T>> all;

	private Contributions(List<Contribution<T>> all) {
		this.all = all;
	}

	/**
	 * Reads an extension point; no class of a contributor is loaded yet.
	 *
	 * @param point the extension point's full id
	 * @param type  what the class of a contribution must be
	 */
	public static <T> Contributions<T> read(IExtensionRegistry registry, String point, Class<T> type) {
		return new Contributions<>(Arrays.stream(registry.getConfigurationElementsFor(point))
				.map(element -> new Contribution<>(element, type)).sorted(Comparator.comparingInt(Contribution::order))
				.toList());
	}

	/** All of them, the lowest {@code order} first. */
	public List<Contribution<T>> all() {
		return all;
	}

	/**
	 * One of them.
	 *
	 * @throws IllegalArgumentException where none has this id
	 */
	public Contribution<T> get(String id) {
		return all.stream().filter(contribution -> contribution.id().equals(id)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("nothing installed has the id " + id));
	}

	/** One contribution: known by its attributes, its class loaded when it is used. */
	public static final class Contribution<T> {

		private final IConfigurationElement element;
		private final Class<T> type;
		private T instance;

		private Contribution(IConfigurationElement element, Class<T> type) {
			this.element = element;
			this.type = type;
		}

		public String id() {
			return attribute("id");
		}

		/** For people, translated. */
		public String name() {
			return attribute("name");
		}

		/** An attribute's value, translated where the contributor wrote a key; empty for none. */
		public String attribute(String name) {
			var value = element.getAttribute(name);
			return value == null ? "" : value;
		}

		/** An attribute of each element inside it, in order, translated. */
		public List<String> children(String elementName, String attribute) {
			return Arrays.stream(element.getChildren(elementName)).map(child -> child.getAttribute(attribute))
					.filter(Objects::nonNull).toList();
		}

		/** Where the file is that an attribute names, inside the contributing bundle. */
		public Optional<URL> resource(String attribute) {
			var path = attribute(attribute);
			try {
				return path.isEmpty() ? Optional.empty()
						: Optional.of(URI.create("platform:/plugin/" + contributor() + "/" + path).toURL());
			} catch (MalformedURLException outsideThePlatform) {
				return Optional.empty();
			}
		}

		/** The symbolic name of the bundle that contributes it. */
		public String contributor() {
			return element.getContributor().getName();
		}

		/**
		 * The contributed object, made when first asked for and the same from then on.
		 *
		 * @throws IllegalStateException where the contributor's class cannot be made, naming the
		 *                               contributor
		 */
		public synchronized T instance() {
			if (instance == null) {
				instance = newInstance();
			}
			return instance;
		}

		/**
		 * A new object at each call, for what cannot be shared, such as a page of a wizard.
		 *
		 * @throws IllegalStateException where the contributor's class cannot be made, naming the
		 *                               contributor
		 */
		public T newInstance() {
			try {
				return type.cast(element.createExecutableExtension("class"));
			} catch (CoreException | ClassCastException e) {
				throw new IllegalStateException(
						"the bundle %s cannot provide %s".formatted(contributor(), attribute("class")), e);
			}
		}

		/** Those without a readable order come last. */
		private int order() {
			try {
				return Integer.parseInt(attribute("order"));
			} catch (NumberFormatException none) {
				return Integer.MAX_VALUE;
			}
		}
	}
}
