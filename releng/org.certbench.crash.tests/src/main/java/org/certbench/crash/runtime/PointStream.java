package org.certbench.crash.runtime;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream to a file, with a point at each writing, also by a library that the stream is given to. */
final class PointStream extends FilterOutputStream {

	private final String site;

	PointStream(OutputStream file, String site) {
		super(file);
		this.site = site + ".write";
	}

	@Override
	public void write(int single) throws IOException {
		Instants.reach(site);
		out.write(single);
	}

	@Override
	public void write(byte[] bytes, int from, int length) throws IOException {
		Instants.reach(site);
		if (length > 1) {
			Instants.reach(Points.half(site), () -> out.write(bytes, from, length / 2));
		}
		out.write(bytes, from, length);
	}
}
