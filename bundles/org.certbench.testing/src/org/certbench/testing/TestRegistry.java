package org.certbench.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;

/**
 * A real extension registry of a test's own, with the contributions that the test writes. It needs
 * no framework, and knows nothing of the bundles that are installed.
 */
public final class TestRegistry {

	private static final Object TOKEN = new Object();

	private final IExtensionRegistry registry;

	/** @param loader of the classes that are contributed */
	public TestRegistry(ClassLoader loader) {
		registry = RegistryFactory.createRegistry(new OneLoader(loader), TOKEN, TOKEN);
	}

	/**
	 * Adds what the plugin.xml of a bundle would.
	 *
	 * @param bundle  its symbolic name
	 * @param content what stands inside the element {@code plugin}
	 */
	public TestRegistry with(String bundle, String content) {
		var xml = "<?xml version='1.0'?><?eclipse version='3.4'?><plugin>" + content + "</plugin>";
		if (!registry.addContribution(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
				ContributorFactorySimple.createContributor(bundle), false, null, null, TOKEN)) {
			throw new IllegalArgumentException("not a contribution: " + content);
		}
		return this;
	}

	public IExtensionRegistry registry() {
		return registry;
	}

	/** Without a framework there are no bundles whose classes could be loaded. */
	private static final class OneLoader extends RegistryStrategy {

		private final ClassLoader loader;

		private OneLoader(ClassLoader loader) {
			super(null, null);
			this.loader = loader;
		}

		@Override
		public Object createExecutableExtension(RegistryContributor contributor, String className, String overridden)
				throws CoreException {
			try {
				return loader.loadClass(className).getDeclaredConstructor().newInstance();
			} catch (ReflectiveOperationException e) {
				throw new CoreException(Status.error(className, e));
			}
		}
	}
}
