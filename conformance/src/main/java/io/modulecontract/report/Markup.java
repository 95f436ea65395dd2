package io.modulecontract.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * XML, and HTML that is XML too. All text and every attribute pass here, so nothing that comes from
 * a module can become markup or an invalid character.
 */
final class Markup {

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;

  private Markup(String start) {
    out.write(start);
    try {
      // A plain writer: the JDK's own encoder splits characters beyond 16 bits.
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** An XML document. */
  static Markup xml() {
    return new Markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** An HTML page. */
  static Markup html() {
    return new Markup("<!DOCTYPE html>\n");
  }

  /** Opens an element; its attributes are given as name, value, name, value. */
  Markup open(String name, String... attributes) {
    return write(
        () -> {
          xml.writeStartElement(name);
          attributes(attributes);
        });
  }

  /** Closes the innermost element that is open. */
  Markup close() {
    return write(xml::writeEndElement);
  }

  /** Closes the innermost element and ends the line, for a file that a person may open. */
  Markup closeLine() {
    return close().line();
  }

  /** Text on one line. */
  Markup text(String text) {
    return write(() -> xml.writeCharacters(Printable.of(text)));
  }

  /** The end of a line. */
  Markup line() {
    return write(() -> xml.writeCharacters("\n"));
  }

  /** An element with nothing but text. */
  Markup element(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close();
  }

  /** An element that is always empty. */
  Markup empty(String name, String... attributes) {
    return write(
        () -> {
          xml.writeEmptyElement(name);
          attributes(attributes);
        });
  }

  /** The whole document. */
  String end() {
    write(xml::writeEndDocument);
    return out + "\n";
  }

  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i], Printable.of(namesAndValues[i + 1]));
    }
  }

  private Markup write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(XMLStreamException cause) {
    return new IllegalStateException("XML in memory could not be written", cause);
  }

  /** A step that the XML writer may refuse. */
  private interface Writing {
    void run() throws XMLStreamException;
  }
}
