package org.certbench.ui.pkcs11.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.certbench.core.ProblemException;
import org.certbench.eid.pkcs11.Pkcs11Modules;
import org.certbench.testing.TestLanguage;
import org.certbench.testing.Translations;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.TestDisplay;
import org.certbench.ui.driver.UiDriver;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("M34: choosing PKCS#11 modules")
class ModulesFormTest {

	@TempDir
	private Path folder;
	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);
	private final Display display = TestDisplay.get();
	private final UiDriver ui = new SwtDriver(display);
	private final KnownModules modules = new KnownModules();
	private Shell shell;
	private ModulesForm form;

	@AfterEach
	void close() {
		display.syncExec(() -> shell.dispose());
		System.clearProperty(Pkcs11Modules.PROPERTY);
	}

	@Test
	@DisplayName("one is added, another is removed, and the list is kept when that is wanted")
	void kept() throws Exception {
		var gone = folder.resolve("gone.so");
		modules.chosen = List.of(gone);
		var added = Files.createFile(folder.resolve("added.so"));
		open();
		assertEquals(List.of(gone + "\tis not there"), ui.rows("modules.list"));
		ui.type("modules.file", added.toString());
		ui.click("modules.add");
		ui.select("modules.list", "gone.so");
		ui.click("modules.remove");
		assertEquals(List.of(added + "\tis used"), ui.rows("modules.list"));
		assertFalse(ui.isEnabled("modules.remove"));
		assertEquals(List.of(gone), modules.chosen);
		keep();
		assertEquals(List.of(added), modules.chosen);
	}

	@Test
	@DisplayName("the file is checked while it is typed")
	void checked() throws Exception {
		modules.official = List.of(Files.createFile(folder.resolve("official.so")));
		modules.openSc = List.of(Files.createFile(folder.resolve("opensc.so")));
		var one = Files.createFile(folder.resolve("one.so"));
		open();
		assertTrue(ui.text("modules.official").contains("official.so"));
		refused("one.so", "whole path");
		refused(folder.resolve("two.so").toString(), "no such file");
		refused(folder.toString(), "no such file");
		refused(modules.official.getFirst().toString(), "used already");
		ui.type("modules.file", modules.openSc.getFirst().toString());
		assertTrue(ui.isEnabled("modules.add") && ui.text("modules.remark").contains("OpenSC"), () -> ui.text("modules.remark"));
		assertEquals(List.of(), ui.cutTexts());
		ui.screenshot("modules");
		ui.type("modules.file", one.toString());
		assertEquals("", ui.text("modules.remark"));
		ui.click("modules.add");
		refused(one.toString(), "in the list");
	}

	@Test
	@DisplayName("where a start option names the modules, that is said, and nothing can be changed or is kept")
	void startOption() throws Exception {
		modules.chosen = List.of(folder.resolve("one.so"));
		System.setProperty(Pkcs11Modules.PROPERTY, modules.chosen.getFirst().toString());
		open();
		assertTrue(ui.text("modules.property").contains(Pkcs11Modules.PROPERTY));
		ui.select("modules.list", "one.so");
		assertFalse(ui.isEnabled("modules.file") || ui.isEnabled("modules.add") || ui.isEnabled("modules.remove"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "nl", "de" })
	@DisplayName("B05: nothing is cut in other languages")
	void otherLanguages(String language) {
		Locale.setDefault(Locale.of(language));
		open();
		ui.type("modules.file", "one.so");
		assertEquals(List.of(), ui.cutTexts());
		ui.screenshot("modules-" + language);
	}

	@Test
	void allTextsAreTranslated() {
		open();
		Translations.check(ModulesForm.class);
	}

	private void refused(String typed, String why) {
		ui.type("modules.file", typed);
		assertTrue(ui.text("modules.remark").contains(why), () -> ui.text("modules.remark"));
		assertFalse(ui.isEnabled("modules.add"));
	}

	private void keep() throws ProblemException {
		display.syncCall(() -> {
			form.keep();
			return null;
		});
	}

	private void open() {
		display.syncExec(() -> {
			shell = new Shell(display, SWT.SHELL_TRIM);
			shell.setLayout(new FillLayout());
			form = new ModulesForm(shell, modules);
			shell.setSize(600, 380);
			shell.open();
		});
	}

	private static final class KnownModules implements Pkcs11Modules {

		private List<Path> chosen = List.of();
		private List<Path> official = List.of();
		private List<Path> openSc = List.of();

		@Override
		public List<Path> chosen() {
			return chosen;
		}

		@Override
		public void choose(List<Path> wanted) {
			chosen = wanted;
		}

		@Override
		public List<Path> official() {
			return official;
		}

		@Override
		public List<Path> openSc() {
			return openSc;
		}
	}
}
