package org.certbench.doctor.internal;

import java.util.List;
import java.util.function.Predicate;

import org.certbench.core.Observation;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.doctor.Machine;
import org.certbench.doctor.MachineCheck;

/** The operating system, the Java that runs, and the modules that a Java made for a purpose may lack. */
public final class JavaCheck implements MachineCheck {

	private static final Texts TEXTS = Texts.of(JavaCheck.class);

	private final Predicate<String> modules;

	public JavaCheck() {
		this(name -> ModuleLayer.boot().findModule(name).isPresent());
	}

	JavaCheck(Predicate<String> modules) {
		this.modules = modules;
	}

	@Override
	public List<Observation> look(Machine machine, Progress progress) {
		return List.of(
				Observation.fine("system", TEXTS.get("system"),
						TEXTS.get("system.seen", System.getProperty("os.name"), System.getProperty("os.version"),
								System.getProperty("os.arch"))),
				Observation.fine("java", TEXTS.get("java"),
						TEXTS.get("java.seen", Runtime.version(), System.getProperty("java.vendor"),
								System.getProperty("java.home"))),
				module("java.smartcardio", "java-card-readers", machine),
				module("jdk.crypto.cryptoki", "java-card-modules", machine));
	}

	private Observation module(String name, String id, Machine machine) {
		var subject = TEXTS.get(id);
		return modules.test(name) ? Observation.fine(id, subject, TEXTS.get(id + ".there", name))
				: Observation.lacking(id, subject, TEXTS.get(id + ".absent", name),
						machine.system().text(TEXTS, "java.remedy"), "");
	}
}
