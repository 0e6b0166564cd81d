package org.certbench.crash.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Copies a class, with points at its calls. Only calls are added: the frames stay as they are. */
final class PointClass extends ClassVisitor {

	private static final String RUNTIME = "org/certbench/crash/runtime/Points";
	private static final String STRING = "Ljava/lang/String;";
	private static final String FUTURE = "Ljava/util/concurrent/CompletableFuture;";

	private final Sabotage sabotage;
	/** Methods that stand for method references to calls with points. */
	private final List<Consumer<PointClass>> bridges = new ArrayList<>();
	private String name;
	private boolean isInterface;

	PointClass(ClassVisitor copy, Sabotage sabotage) {
		super(Opcodes.ASM9, copy);
		this.sabotage = sabotage;
	}

	@Override
	public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
		this.name = name;
		this.isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
		super.visit(version, access, name, signature, superName, interfaces);
	}

	@Override
	public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] exceptions) {
		return new PointMethod(super.visitMethod(access, method, descriptor, signature, exceptions), method);
	}

	@Override
	public void visitEnd() {
		List.copyOf(bridges).forEach(bridge -> bridge.accept(this));
		super.visitEnd();
	}

	/** A static method with the call of a method reference in it. */
	private Handle bridge(Handle referred, String method) {
		boolean isStatic = referred.getTag() == Opcodes.H_INVOKESTATIC;
		var bridge = "crash$" + bridges.size() + "$" + referred.getName();
		var descriptor = isStatic ? referred.getDesc() : withReceiver(referred.getOwner(), referred.getDesc());
		bridges.add(into -> {
			var body = into.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, bridge, descriptor,
					null, null);
			body.visitCode();
			int slot = 0;
			for (var argument : Type.getArgumentTypes(descriptor)) {
				body.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
				slot += argument.getSize();
			}
			int opcode = isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
			body.visitMethodInsn(opcode, referred.getOwner(), referred.getName(), referred.getDesc(), referred.isInterface());
			body.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
			body.visitMaxs(0, 0);
			body.visitEnd();
		});
		return new Handle(Opcodes.H_INVOKESTATIC, name, bridge, descriptor, isInterface);
	}

	private static String withReceiver(String owner, String descriptor) {
		return "(L" + owner + ";" + descriptor.substring(1);
	}

	/** One method, with points at its calls. */
	private final class PointMethod extends MethodVisitor {

		private final String method;

		PointMethod(MethodVisitor copy, String method) {
			super(Opcodes.ASM9, copy);
			this.method = method;
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String called, String descriptor, boolean ofInterface) {
			if (sabotage(opcode, owner, called, descriptor)) {
				return;
			}
			var site = site(owner, called);
			switch (Calls.of(opcode, owner, called)) {
				case LEAVE -> super.visitMethodInsn(opcode, owner, called, descriptor, ofInterface);
				case POINT -> {
					call("before", site);
					super.visitMethodInsn(opcode, owner, called, descriptor, ofInterface);
				}
				case REPLACE -> replace(opcode, owner, called, descriptor, site);
				case EXCHANGE -> {
					call("beforeSending", site + ", send");
					super.visitMethodInsn(opcode, owner, called, descriptor, ofInterface);
					call("received", site + ", receive");
				}
				case LATER_EXCHANGE -> {
					call("beforeSending", site + ", send");
					super.visitMethodInsn(opcode, owner, called, descriptor, ofInterface);
					visitLdcInsn(site + ", receive");
					super.visitMethodInsn(Opcodes.INVOKESTATIC, RUNTIME, "received", "(" + FUTURE + STRING + ")" + FUTURE, false);
				}
			}
		}

		@Override
		public void visitInvokeDynamicInsn(String called, String descriptor, Handle bootstrap, Object... arguments) {
			for (int i = 0; i < arguments.length; i++) {
				if (arguments[i] instanceof Handle referred && !referred.getOwner().equals(name)
						&& Calls.of(Opcodes.INVOKESTATIC, referred.getOwner(), referred.getName()) != Calls.Treatment.LEAVE) {
					arguments[i] = bridge(referred, method);
				}
			}
			super.visitInvokeDynamicInsn(called, descriptor, bootstrap, arguments);
		}

		/** Class and method, and what it calls: the name of a point. */
		private String site(String owner, String called) {
			return name.substring(name.lastIndexOf('/') + 1) + "." + method + ": "
					+ owner.substring(owner.lastIndexOf('/') + 1) + "." + called;
		}

		/** A method that is told the site alone. */
		private void call(String runtime, String site) {
			visitLdcInsn(site);
			super.visitMethodInsn(Opcodes.INVOKESTATIC, RUNTIME, runtime, "(" + STRING + ")V", false);
		}

		private void replace(int opcode, String owner, String called, String descriptor, String site) {
			var arguments = opcode == Opcodes.INVOKESTATIC ? descriptor : withReceiver(owner, descriptor);
			visitLdcInsn(site);
			super.visitMethodInsn(Opcodes.INVOKESTATIC, RUNTIME, called, arguments.replace(")", STRING + ")"), false);
		}

		/** Breaks the rule where it is kept; false where this call is not that place. */
		private boolean sabotage(int opcode, String owner, String called, String descriptor) {
			boolean isPlace = switch (sabotage) {
				case NONE -> false;
				case IN_PLACE -> owner.equals("java/nio/file/Files") && called.equals("move");
				case SEND_FIRST -> owner.endsWith("/PrivateFiles") && called.equals("moveToNew") && name.endsWith("Destination$NewFile");
				case FILE_NOT_FORCED -> called.equals("force") && method.equals("writeSibling");
				case FOLDER_NOT_FORCED -> called.equals("force") && method.equals("forceFolder");
			};
			if (isPlace) {
				replace(opcode, owner, sabotage.instead(), descriptor, site(owner, called));
			}
			return isPlace;
		}
	}
}
