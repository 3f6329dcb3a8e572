package gm.sharing.document;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.AbstractOutputDevice;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Draws the pictures of documents into the PDF: rectangles and texts of SVG, which is all that they are made of. A whole
 * SVG renderer would be larger than the rest of the PDF's making, and would look for typefaces that servers do not have.
 */
final class FigureDrawer implements SVGDrawer {

    private final String typeface;

    FigureDrawer(String typeface) {
        this.typeface = typeface;
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext css, double cssWidth, double cssHeight, double dotsPerPixel) {
        return new Picture(svg, dotsPerPixel);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // It writes with the document's typeface.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // It writes with the document's typeface.
    }

    @Override
    public void close() {
        // It holds nothing.
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** One picture at its place on a page. */
    private final class Picture implements SVGImage {

        private final Element svg;
        private final double scale;

        Picture(Element svg, double scale) {
            this.svg = svg;
            this.scale = scale;
        }

        @Override
        public int getIntrinsicWidth() {
            return (int) (number(svg, "width") * scale);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) (number(svg, "height") * scale);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            NodeList shapes = svg.getElementsByTagName("*");
            for (int place = 0; place < shapes.getLength(); place++) {
                Element shape = (Element) shapes.item(place);
                switch (shape.getTagName()) {
                    case "rect" -> drawArea(shape, device, x, y);
                    case "text" -> drawLabel(shape, device, context, x, y);
                    default -> throw new IllegalArgumentException("A picture holds <" + shape.getTagName() + ">");
                }
            }
        }

        private void drawArea(Element area, OutputDevice device, double x, double y) {
            var rectangle = new Rectangle2D.Double(
                    x + number(area, "x") * scale,
                    y + number(area, "y") * scale,
                    number(area, "width") * scale,
                    number(area, "height") * scale);
            device.setColor(color(area.getAttribute("fill")));
            device.fill(rectangle);
            device.setColor(color(area.getAttribute("stroke")));
            device.setStroke(new BasicStroke((float) scale));
            device.draw(rectangle);
        }

        private void drawLabel(Element label, OutputDevice device, RenderingContext context, double x, double y) {
            String text = label.getTextContent();
            FontSpecification specification = font(label);
            FSFont font = context.getFont(specification);
            int width = context.getTextRenderer().getWidth(context.getFontContext(), font, text);
            double start = x
                    + number(label, "x") * scale
                    - (label.getAttribute("text-anchor").equals("end") ? width : width / 2.0);
            device.setColor(color("#0b0c0c"));
            device.setFont(font);
            // Otherwise it takes this text to be as bold as the one before it.
            ((AbstractOutputDevice) device).setFontSpecification(specification);
            context.getTextRenderer().drawString(device, text, (float) start, (float) (y + number(label, "y") * scale));
        }

        private FontSpecification font(Element label) {
            FontSpecification font = new FontSpecification();
            font.families = new String[] {typeface};
            font.size = (float) (number(svg, "font-size") * scale);
            font.fontWeight = label.getAttribute("font-weight").equals("bold") ? IdentValue.BOLD : IdentValue.NORMAL;
            font.fontStyle = IdentValue.NORMAL;
            font.variant = IdentValue.NORMAL;
            return font;
        }

        private static FSRGBColor color(String hexadecimal) {
            return new FSRGBColor(Integer.parseInt(hexadecimal.substring(1), 16));
        }
    }
}
