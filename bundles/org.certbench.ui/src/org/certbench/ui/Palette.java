package org.certbench.ui;

import org.certbench.core.Environment;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Severity;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * The product's colours, one set for light and one for dark backgrounds. A colour never tells
 * something alone: a sign and a word stand beside it. Every text colour has a contrast of at least
 * 4.5 to 1 against its background (WCAG 2.1, 1.4.3).
 */
public enum Palette {

	/** For light backgrounds. */
	LIGHT(0xffffff, 0x1f2328, 0x59616b, 0xd0d7de, 0xf3f5f8, 0x1a7f37, 0x8a5200, 0xb3261e, 0x1a5fb4, 0x5c636b),
	/** For dark backgrounds. */
	DARK(0x2b2b2b, 0xe6e6e6, 0xb4bac2, 0x4d5258, 0x36393d, 0x7cd992, 0xf2b950, 0xff9b90, 0x8dbdff, 0xa9adb3);

	private final RGB background;
	private final RGB text;
	private final RGB quietText;
	private final RGB line;
	private final RGB surface;
	private final RGB good;
	private final RGB attention;
	private final RGB bad;
	private final RGB waiting;
	private final RGB past;

	Palette(int background, int text, int quietText, int line, int surface, int good, int attention, int bad,
			int waiting, int past) {
		this.background = rgb(background);
		this.text = rgb(text);
		this.quietText = rgb(quietText);
		this.line = rgb(line);
		this.surface = rgb(surface);
		this.good = rgb(good);
		this.attention = rgb(attention);
		this.bad = rgb(bad);
		this.waiting = rgb(waiting);
		this.past = rgb(past);
	}

	/** The set that fits what the control stands on, whatever theme made it so. UI thread. */
	public static Palette of(Control control) {
		return forBackground(control.getBackground().getRGB());
	}

	static Palette forBackground(RGB background) {
		return luminance(background) < 0.4 ? DARK : LIGHT;
	}

	/** What pages and canvases are painted on. */
	public RGB background() {
		return background;
	}

	/** Of ordinary text. */
	public RGB text() {
		return text;
	}

	/** Of explanations beside the ordinary text. */
	public RGB quietText() {
		return quietText;
	}

	/** Of lines that part things. */
	public RGB line() {
		return line;
	}

	/** Of a card or a head that lies on the background. */
	public RGB surface() {
		return surface;
	}

	/** Of the band that names an environment; the same in all themes, so that one knows it again. */
	public RGB band(Environment environment) {
		return switch (environment) {
			case SIMULATOR -> rgb(0x5f6770);
			case ACCEPTANCE -> rgb(0x1a5fb4);
			case PRODUCTION -> rgb(0xb93a10);
		};
	}

	/** Of text on a {@link #band}. */
	public RGB bandText() {
		return rgb(0xffffff);
	}

	/** Of a state's word and sign. */
	public RGB state(LifeCycleState state) {
		return switch (state) {
			case ACTIVE -> good;
			case RENEWAL_DUE -> attention;
			case REQUESTED, ISSUED, COMPLETED, TOKEN_REGISTERED, RENEWAL_AWAITS_COMPLETION, RENEWAL_AWAITS_ACTIVATION -> waiting;
			case EXPIRED, REVOKED, REFUSED -> bad;
			case SUPERSEDED -> past;
		};
	}

	/** Of a finding's word and sign. */
	public RGB severity(Severity severity) {
		return switch (severity) {
			case ERROR -> bad;
			case WARNING -> attention;
			case INFORMATION -> waiting;
		};
	}

	/** Of what is wrong with a field. */
	public RGB bad() {
		return bad;
	}

	/** Of what is right. */
	public RGB good() {
		return good;
	}

	/** A colour between the background and another one: 0 is the background, 1 the other. */
	public RGB tint(RGB colour, double share) {
		return new RGB(between(background.red, colour.red, share), between(background.green, colour.green, share),
				between(background.blue, colour.blue, share));
	}

	/** A colour to paint with; it needs no disposal. */
	public static Color color(RGB rgb) {
		return new Color(rgb);
	}

	/** The contrast of two colours, from 1 to 21 (WCAG 2.1, definition of contrast ratio). */
	public static double contrast(RGB one, RGB other) {
		double first = luminance(one) + 0.05;
		double second = luminance(other) + 0.05;
		return Math.max(first, second) / Math.min(first, second);
	}

	private static int between(int from, int to, double share) {
		return (int) Math.round(from + (to - from) * share);
	}

	private static double luminance(RGB rgb) {
		return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
	}

	private static double linear(int channel) {
		double share = channel / 255.0;
		return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

	private static RGB rgb(int hex) {
		return new RGB(hex >> 16 & 0xff, hex >> 8 & 0xff, hex & 0xff);
	}
}
