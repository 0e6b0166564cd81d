package org.certbench.crash.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Weaves the points into the product's classes, as each is loaded. */
final class Weaver implements ClassFileTransformer {

	private static final String OURS = "org/certbench/";
	/** The other side, which finds its server by sockets and files of its own. */
	private static final String SIMULATOR = "org/certbench/ehealth/simulator/";
	private static final String CRASH = "org/certbench/crash/";
	/** Ends a process that cannot be woven: the virtual machine would pass over an exception. */
	private static final int NOT_WOVEN = 99;

	private final Sabotage sabotage;

	Weaver(Sabotage sabotage) {
		this.sabotage = sabotage;
	}

	@Override
	public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
		if (name == null || !name.startsWith(OURS) || name.startsWith(SIMULATOR) || name.startsWith(CRASH)) {
			return null;
		}
		try {
			var reader = new ClassReader(bytes);
			var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
			reader.accept(new PointClass(writer, sabotage), 0);
			return writer.toByteArray();
		} catch (RuntimeException | LinkageError e) {
			System.err.println("not woven: " + name + ": " + e);
			Runtime.getRuntime().halt(NOT_WOVEN);
			return null;
		}
	}
}
