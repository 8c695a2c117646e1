// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/treedrawing.h"

#include "widgets/charts/chartparts.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/palette.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr double margin = 16;         // around the whole tree
constexpr double largestSide = 16000; // of a picture [px]

/// Least and largest mean of a regression tree, for its shades.
std::pair<double, double> valueRange(const TreeDrawing &tree)
{
    double low = INFINITY, high = -INFINITY;
    for (const engine::TreeNode &node : tree.nodes) {
        if (!node.value.empty()) {
            low = std::min(low, node.value.front());
            high = std::max(high, node.value.front());
        }
    }
    return {low, high};
}

class Painter
{
public:
    Painter(QPainter &painter, const TreeDrawing &tree, const TreeLayout &layout, const QFont &font, bool dark)
        : m_painter(painter)
        , m_tree(tree)
        , m_layout(layout)
        , m_ink(chartInk(dark))
        , m_dark(dark)
        , m_font(font)
        , m_range(valueRange(tree))
    {
        m_font.setPixelSize(12);
        m_bold = m_font;
        m_bold.setWeight(QFont::DemiBold);
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    void paint(int chosen)
    {
        const QRectF visible = m_painter.hasClipping() ? m_painter.clipBoundingRect() : QRectF();
        for (const TreeBox &box : m_layout.boxes) {
            if (box.parent >= 0)
                edge(m_layout.boxes[static_cast<std::size_t>(box.parent)], box);
        }
        for (std::size_t i = 0; i < m_layout.boxes.size(); ++i) {
            const TreeBox &box = m_layout.boxes[i];
            if (visible.isNull() || visible.intersects(box.rect.adjusted(-4, -4, 4, 30)))
                node(box, static_cast<int>(i) == chosen);
        }
    }

private:
    void edge(const TreeBox &from, const TreeBox &to)
    {
        const QPointF a(from.rect.center().x(), from.rect.bottom()), b(to.rect.center().x(), to.rect.top());
        const double middle = (a.y() + b.y()) / 2;
        const double weight = m_tree.node(to.node).samples / std::max(1e-300, m_tree.node(0).samples);
        QPainterPath path(a);
        path.cubicTo({a.x(), middle}, {b.x(), middle}, b);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(m_ink.axis, 1 + 5 * weight, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawPath(path);
        if (from.depth > 0)
            return;
        // The first split says which way is which.
        const bool left = m_tree.node(from.node).left == to.node;
        const QString text = left ? ChartText::tr("yes") : ChartText::tr("no");
        m_painter.setFont(m_font);
        m_painter.setPen(m_ink.faintText);
        const double width = QFontMetricsF(m_font).horizontalAdvance(text);
        m_painter.drawText(QPointF(left ? b.x() - width - 8 : b.x() + 8, b.y() - 8), text);
    }

    QColor fill(int index) const
    {
        const int most = m_tree.majority(index);
        if (most >= 0)
            return slotStyle(most, m_dark).color;
        const auto &[low, high] = m_range;
        const std::vector<double> &value = m_tree.node(index).value;
        return shadeColor(value.empty() || !(low < high) ? -1 : shadeStep((value.front() - low) / (high - low)),
                          m_dark);
    }

    void node(const TreeBox &box, bool chosen)
    {
        const engine::TreeNode &at = m_tree.node(box.node);
        const QColor color = fill(box.node);
        m_painter.setPen(QPen(chosen ? m_ink.text : color, chosen ? 2.5 : 1.2));
        m_painter.setBrush(m_ink.background);
        m_painter.drawRoundedRect(box.rect, 5, 5);
        QColor tint = color;
        tint.setAlphaF(at.left < 0 ? 0.22F : 0.09F);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(tint);
        m_painter.drawRoundedRect(box.rect, 5, 5);
        const QRectF inner = box.rect.adjusted(9, 6, -9, -8);
        const double line = 18;
        text(inner, 0, at.left >= 0 ? m_tree.condition(box.node) : m_tree.outcome(box.node), m_bold, m_ink.text);
        const QString rows = ChartText::tr("%1 rows").arg(rowCount(at.samples));
        text(inner, line, at.left >= 0 ? rows + QStringLiteral(" · ") + m_tree.outcome(box.node) : rows, m_font,
             m_ink.faintText);
        shares(QRectF(inner.left(), inner.bottom() - 9, inner.width(), 9), at, color);
        if (box.cut) {
            m_painter.setFont(m_bold);
            m_painter.setPen(m_ink.faintText);
            m_painter.drawText(QRectF(box.rect.left(), box.rect.bottom(), box.rect.width(), 22), Qt::AlignCenter,
                               QStringLiteral("…"));
        }
    }

    void text(const QRectF &inner, double down, const QString &text, const QFont &font, const QColor &color)
    {
        const QFontMetricsF metrics(font);
        m_painter.setFont(font);
        m_painter.setPen(color);
        m_painter.drawText(QPointF(inner.left(), inner.top() + down + metrics.ascent()),
                           metrics.elidedText(text, Qt::ElideMiddle, inner.width()));
    }

    /// Classes as parts of a bar; a mean as its place between the least and the largest.
    void shares(const QRectF &bar, const engine::TreeNode &at, const QColor &color)
    {
        m_painter.setPen(Qt::NoPen);
        if (m_tree.classes.isEmpty()) {
            m_painter.fillRect(bar, m_ink.grid);
            const auto &[low, high] = m_range;
            const double place = at.value.empty() || !(low < high) ? 0 : (at.value.front() - low) / (high - low);
            m_painter.fillRect(QRectF(bar.left(), bar.top(), std::max(2.0, bar.width() * place), bar.height()), color);
            return;
        }
        double x = bar.left();
        for (std::size_t c = 0; c < at.value.size(); ++c) {
            const double width = bar.width() * at.value[c];
            m_painter.fillRect(QRectF(x, bar.top(), width, bar.height()), slotStyle(static_cast<int>(c), m_dark).color);
            x += width;
        }
    }

    QPainter &m_painter;
    const TreeDrawing &m_tree;
    const TreeLayout &m_layout;
    ChartInk m_ink;
    bool m_dark;
    QFont m_font, m_bold;
    std::pair<double, double> m_range;
};

QSizeF withMargin(const TreeLayout &layout)
{
    return layout.size + QSizeF(2 * margin, 2 * margin + 16);
}

} // namespace

void paintTree(QPainter &painter, const TreeDrawing &tree, const TreeLayout &layout, int chosen, const QFont &font,
               bool dark)
{
    Painter(painter, tree, layout, font, dark).paint(chosen);
}

QImage treePicture(const TreeDrawing &tree, const TreeLayout &layout, const QFont &font, bool dark, double scale)
{
    const QSizeF size = withMargin(layout);
    scale = std::min(scale, largestSide / std::max(size.width(), size.height()));
    QImage image((size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(chartInk(dark).background);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(margin, margin);
    paintTree(painter, tree, layout, -1, font, dark);
    return image;
}

QByteArray treeSvg(const TreeDrawing &tree, const TreeLayout &layout, const QFont &font, bool dark)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    const QSizeF size = withMargin(layout);
    svg.setOutputDevice(&buffer);
    svg.setViewBox(QRectF(QPointF(), size));
    svg.setSize(size.toSize());
    svg.setResolution(96);
    svg.setTitle(tree.title);
    svg.setDescription(tree.summary());
    QPainter painter(&svg);
    painter.fillRect(QRectF(QPointF(), size), chartInk(dark).background);
    painter.translate(margin, margin);
    paintTree(painter, tree, layout, -1, font, dark);
    painter.end();
    return bytes;
}

} // namespace assay::ui
