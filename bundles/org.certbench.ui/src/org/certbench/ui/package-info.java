/**
 * What the views share: colours and icons, texts for people, work in the background, what is known now, and
 * how a flow is started. Views and vendors' views are e4 parts, into which {@link Overview},
 * {@link FlowStarts} and {@link CurrentEnvironment} are injected; nothing blocks the UI thread, in which all
 * widgets here live, and every control has an id ({@link WidgetIds}).
 */
package org.certbench.ui;
