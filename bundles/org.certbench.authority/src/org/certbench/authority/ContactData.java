package org.certbench.authority;

import java.util.regex.Pattern;

/**
 * How eHealth and others reach the holder (M07). Lengths and forms are the service's.
 *
 * @param personalEmail required
 * @param generalEmail  may be empty; better a generic address such as info@…, which outlives people
 * @param personalPhone required
 * @param generalPhone  may be empty
 */
public record ContactData(String personalEmail, String generalEmail, String personalPhone, String generalPhone) {

	/** Nothing filled in yet. */
	public static final ContactData EMPTY = new ContactData("", "", "", "");

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
	private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ]*");

	public ContactData {
		personalEmail = personalEmail.strip();
		generalEmail = generalEmail.strip();
		personalPhone = personalPhone.strip();
		generalPhone = generalPhone.strip();
	}

	/** Whether the text can be sent as an e-mail address: at most 320 characters. */
	public static boolean isEmail(String text) {
		return text.length() <= 320 && EMAIL.matcher(text).matches();
	}

	/** Whether the text can be sent as a phone number. */
	public static boolean isPhone(String text) {
		return PHONE.matcher(text).matches();
	}
}
