package org.absentia.ingest.nav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Walks XML by local names, so that namespace prefixes do not matter. Documents with a DTD are
 * refused: entities can read files or eat all memory.
 */
final class XmlTree {
  private static final int DEEPEST = 60;

  private XmlTree() {}

  /** A document that is no XML, or XML that asks for a DTD; the line is 0 when unknown. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(int line) {
      super("not readable as XML" + (line > 0 ? ", line " + line : ""), null, false, false);
    }
  }

  /** Parses a document; its own declaration says in which character set it is written. */
  static Document parse(byte[] bytes) throws Unreadable {
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new ByteArrayInputStream(bytes));
    } catch (SAXParseException malformed) {
      throw new Unreadable(malformed.getLineNumber());
    } catch (SAXException | IOException malformed) {
      throw new Unreadable(0);
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException("the JDK's own XML parser", impossible);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setCoalescing(true);
    return factory;
  }

  /** All elements with this local name, wherever they stand. */
  static List<Element> anywhere(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** The child elements with this local name. */
  static List<Element> children(Element parent, String name) {
    return elementsIn(parent).stream().filter(child -> name.equals(child.getLocalName())).toList();
  }

  /** The first child on a path of local names. */
  static Optional<Element> child(Element parent, String... path) {
    Optional<Element> at = Optional.of(parent);
    for (String name : path) {
      at = at.flatMap(element -> children(element, name).stream().findFirst());
    }
    return at;
  }

  /** The text of the first child on a path, without the white space around it. */
  static Optional<String> text(Element parent, String... path) {
    return child(parent, path)
        .map(element -> element.getTextContent().strip())
        .filter(text -> !text.isEmpty());
  }

  /**
   * What an element says, written without prefixes, comments, layout or the elements named {@code
   * without}: equal content gives equal text.
   */
  static String content(Element element, String without) throws Unreadable {
    StringBuilder out = new StringBuilder();
    write(element, without, out, 0);
    return out.toString();
  }

  private static void write(Element element, String without, StringBuilder out, int depth)
      throws Unreadable {
    if (depth > DEEPEST) {
      throw new Unreadable(0);
    }
    if (without.equals(element.getLocalName())) {
      return;
    }
    out.append('<').append(element.getLocalName());
    TreeMap<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
        attributes.put(attribute.getLocalName(), attribute.getNodeValue());
      }
    }
    attributes.forEach((name, value) -> out.append(' ').append(name).append('=').append(value));
    out.append('>');
    List<Element> children = elementsIn(element);
    if (children.isEmpty()) {
      out.append(element.getTextContent().strip());
    }
    for (Element child : children) {
      write(child, without, out, depth + 1);
    }
    out.append("</>");
  }

  private static List<Element> elementsIn(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }
}
