// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/svg.h"

#include "widgets/charts/chartscene.h"
#include "widgets/charts/palette.h"

#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

/// Two decimals at most, without trailing zeros.
QString number(double value)
{
    QString text = QString::number(std::round(value * 100) / 100, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

QString escaped(const QString &text)
{
    QString clean;
    for (const QChar c : text) {
        // XML 1.0 has no control characters.
        if (c >= u' ' || c == u'\t' || c == u'\n')
            clean += c;
    }
    return clean.toHtmlEscaped();
}

QString property(const Ink &ink)
{
    switch (ink.role) {
    case InkRole::Text:
        return QStringLiteral("--ct");
    case InkRole::Faint:
        return QStringLiteral("--cf");
    case InkRole::Grid:
        return QStringLiteral("--cg");
    case InkRole::Axis:
        return QStringLiteral("--ca");
    case InkRole::Background:
        return QStringLiteral("--cb");
    case InkRole::Positive:
        return QStringLiteral("--cp");
    case InkRole::Negative:
        return QStringLiteral("--cn");
    case InkRole::Shade:
        return ink.index < 0 ? QStringLiteral("--hn") : QStringLiteral("--h%1").arg(ink.index);
    case InkRole::Slot:
        break;
    }
    return ink.index < 0 ? QStringLiteral("--sn") : QStringLiteral("--s%1").arg(ink.index % 8);
}

/// Writes shapes; the one difference between the two variants is how a colour is named.
class Writer
{
public:
    enum class Colours { Properties, Light, Dark };

    Writer(Colours colours, QString clip)
        : m_colours(colours)
        , m_clip(std::move(clip))
    {
    }

    void write(const SceneShape &shape)
    {
        switch (shape.kind) {
        case ShapeKind::Polyline:
            path(shape, false);
            break;
        case ShapeKind::Polygon:
            path(shape, true);
            break;
        case ShapeKind::Rects:
            rects(shape);
            break;
        case ShapeKind::Dots:
            dots(shape);
            break;
        case ShapeKind::Text:
            text(shape);
            break;
        }
    }

    QString out;

    QString paint(const char *what, const Ink &ink) const
    {
        const QString name = QString::fromLatin1(what);
        QString result = m_colours == Colours::Properties
                             ? QStringLiteral(" style=\"%1:var(%2)\"").arg(name, property(ink))
                             : QStringLiteral(" %1=\"%2\"").arg(name, inkColor(ink, m_colours == Colours::Dark).name());
        if (ink.alpha < 1)
            result += QStringLiteral(" %1-opacity=\"%2\"").arg(name, number(ink.alpha));
        return result;
    }

private:
    void path(const SceneShape &shape, bool closed)
    {
        QString d;
        for (const QPointF &p : shape.points)
            d += (d.isEmpty() ? u'M' : u' ') + number(p.x()) + u' ' + number(p.y());
        out += QStringLiteral("<path d=\"") + d + (closed ? QStringLiteral("Z\"") : QStringLiteral("\""));
        if (closed) {
            out += paint("fill", shape.ink);
        } else {
            out += QStringLiteral(" fill=\"none\" stroke-width=\"%1\" stroke-linejoin=\"round\"")
                       .arg(number(shape.width)) +
                   paint("stroke", shape.ink);
            dashes(shape.dash);
        }
        out += QLatin1String("/>\n");
    }

    void dashes(Qt::PenStyle style)
    {
        QStringList lengths;
        for (const double length : dashPattern(style))
            lengths << number(length);
        if (!lengths.isEmpty())
            out += QStringLiteral(" stroke-dasharray=\"%1\"").arg(lengths.join(u' '));
    }

    void rects(const SceneShape &shape)
    {
        QString d;
        for (const QRectF &r : shape.rects)
            d += QStringLiteral("M%1 %2h%3v%4h-%3z")
                     .arg(number(r.left()), number(r.top()), number(std::max(0.0, r.width())),
                          number(std::max(0.0, r.height())));
        out += QStringLiteral("<path d=\"") + d + u'"' + paint("fill", shape.ink) + QLatin1String("/>\n");
    }

    /// Circles are strokes of no length with round ends, far shorter than an element each.
    void dots(const SceneShape &shape)
    {
        QString d;
        const double r = shape.width / 2;
        for (const QPointF &p : shape.points) {
            const QString x = number(p.x()), y = number(p.y());
            switch (shape.marker % 4) {
            case 1:
                d += QStringLiteral("M%1 %2h%3v%3h-%3z")
                         .arg(number(p.x() - r * 0.9), number(p.y() - r * 0.9), number(r * 1.8));
                break;
            case 2:
                d += QStringLiteral("M%1 %2l%3 %4h-%5z")
                         .arg(x, number(p.y() - r * 1.15), number(r * 1.1), number(r * 2), number(r * 2.2));
                break;
            case 3:
                d += QStringLiteral("M%1 %2l%3 %3l-%3 %3l-%3 -%3z").arg(x, number(p.y() - r * 1.25), number(r * 1.25));
                break;
            default:
                d += QStringLiteral("M%1 %2h0").arg(x, y);
            }
        }
        const bool round = shape.marker % 4 == 0;
        out += QStringLiteral("<path d=\"") + d + u'"' + paint(round ? "stroke" : "fill", shape.ink);
        if (round)
            out +=
                QStringLiteral(" fill=\"none\" stroke-linecap=\"round\" stroke-width=\"%1\"").arg(number(shape.width));
        out += QLatin1String("/>\n");
    }

    void text(const SceneShape &shape)
    {
        const QPointF at = shape.points.front();
        out += QStringLiteral("<text x=\"%1\" y=\"%2\" font-size=\"%3\"")
                   .arg(number(at.x()), number(at.y()), number(shape.size));
        if (shape.anchor != Anchor::Start)
            out += QStringLiteral(" text-anchor=\"%1\"")
                       .arg(shape.anchor == Anchor::Middle ? QStringLiteral("middle") : QStringLiteral("end"));
        if (shape.bold)
            out += QLatin1String(" font-weight=\"600\"");
        if (shape.angle != 0)
            out += QStringLiteral(" transform=\"rotate(%1 %2 %3)\"")
                       .arg(number(shape.angle), number(at.x()), number(at.y()));
        out += paint("fill", shape.ink) + u'>' + escaped(shape.text) + QLatin1String("</text>\n");
    }

    Colours m_colours;
    QString m_clip;
};

QString opening(double width, double height, const QString &id, const QString &title, const QString &summary)
{
    return QStringLiteral(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 %1 %2\" width=\"%1\" "
               "height=\"%2\" role=\"img\" aria-labelledby=\"%3-t %3-d\" font-family=\"system-ui, "
               "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif\">\n")
               .arg(number(width), number(height), id) +
           QStringLiteral("<title id=\"%1-t\">%2</title>\n<desc id=\"%1-d\">%3</desc>\n")
               .arg(id, escaped(title), escaped(summary));
}

QString write(const ChartSpec &spec, const SvgOptions &options, Writer::Colours colours)
{
    const ChartLayout layout = layoutChart(spec, {.size = {options.width, options.height},
                                                  .fontSize = options.fontSize,
                                                  .textWidth = estimatedTextWidth,
                                                  .title = options.title,
                                                  .view = {}});
    const ChartScene scene = buildScene(spec, layout, {.linePoints = options.linePoints, .densityCell = 6});
    const QString id = options.idPrefix.toHtmlEscaped();
    Writer writer(colours, id);
    QString &out = writer.out;
    out = opening(options.width, options.height, id, spec.title, spec.summary);
    if (colours != Writer::Colours::Properties)
        out += QStringLiteral("<rect width=\"%1\" height=\"%2\"%3/>\n")
                   .arg(number(options.width), number(options.height),
                        writer.paint("fill", {.role = InkRole::Background}));
    for (const SceneShape &shape : scene.under)
        writer.write(shape);
    if (!scene.data.empty()) {
        const QRectF clip = layout.plot.adjusted(-2, -2, 2, 2);
        out += QStringLiteral("<clipPath id=\"%1-c\"><rect x=\"%2\" y=\"%3\" width=\"%4\" "
                              "height=\"%5\"/></clipPath>\n<g clip-path=\"url(#%1-c)\">\n")
                   .arg(id, number(clip.left()), number(clip.top()), number(clip.width()), number(clip.height()));
        for (const SceneShape &shape : scene.data)
            writer.write(shape);
        out += QLatin1String("</g>\n");
    }
    for (const SceneShape &shape : scene.over)
        writer.write(shape);
    out += QLatin1String("</svg>");
    return out;
}

QString properties(bool dark)
{
    QString out;
    const auto add = [&](const Ink &ink) {
        out += QStringLiteral("%1:%2;").arg(property(ink), inkColor(ink, dark).name());
    };
    for (const InkRole role : {InkRole::Text, InkRole::Faint, InkRole::Grid, InkRole::Axis, InkRole::Background,
                               InkRole::Positive, InkRole::Negative})
        add({.role = role});
    for (int slot = -1; slot < 8; ++slot)
        add({.role = InkRole::Slot, .index = slot});
    for (int step = -1; step < shadeSteps; ++step)
        add({.role = InkRole::Shade, .index = step});
    return out;
}

} // namespace

QString svgChart(const ChartSpec &spec, const SvgOptions &options)
{
    return write(spec, options, Writer::Colours::Properties);
}

QString svgShapes(const std::vector<SceneShape> &shapes, const QSizeF &size, const QString &title,
                  const QString &summary, const QString &idPrefix)
{
    const QString id = idPrefix.toHtmlEscaped();
    Writer writer(Writer::Colours::Properties, id);
    writer.out = opening(size.width(), size.height(), id, title, summary);
    for (const SceneShape &shape : shapes)
        writer.write(shape);
    return writer.out + QLatin1String("</svg>");
}

QString svgStyle()
{
    return QStringLiteral(":root{%1}\n@media (prefers-color-scheme:dark){:root{%2}}\n@media print{:root{%1}}\n")
        .arg(properties(false), properties(true));
}

QByteArray standaloneSvg(const ChartSpec &spec, const SvgOptions &options, bool dark)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
           write(spec, options, dark ? Writer::Colours::Dark : Writer::Colours::Light).toUtf8() + '\n';
}

} // namespace assay::ui
