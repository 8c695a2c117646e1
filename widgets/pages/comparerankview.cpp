// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/comparerankview.h"

#include "widgets/charts/palette.h"
#include "widgets/charts/shapepainter.h"
#include "widgets/models/tone.h"
#include "widgets/pages/picturemenu.h"

#include <QEvent>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

namespace assay::ui {

CompareRankView::CompareRankView(engine::RankTest test, QStringList names, QWidget *parent)
    : QWidget(parent)
    , m_test(std::move(test))
    , m_names(std::move(names))
{
    setFocusPolicy(Qt::StrongFocus);
    addPictureMenu(this, QStringLiteral("critical-difference"), [this] { return m_picture.table; });
    layOut();
}

void CompareRankView::layOut()
{
    const auto widths = [base = font()](const QString &text, double size, bool bold) {
        QFont sized = base;
        sized.setPixelSize(std::max(1, qRound(size)));
        sized.setWeight(bold ? QFont::DemiBold : QFont::Normal);
        return QFontMetricsF(sized).horizontalAdvance(text);
    };
    m_picture = criticalDifferencePicture(m_test, m_names, std::max(320, width()), widths,
                                          std::max(12, QFontInfo(font()).pixelSize()));
    setAccessibleName(m_picture.title);
    setAccessibleDescription(m_picture.summary);
    setMinimumHeight(static_cast<int>(m_picture.size.height()) + 80);
    update();
}

void CompareRankView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool dark = hasDarkBase(palette());
    painter.fillRect(rect(), chartInk(dark).background);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const SceneShape &shape : m_picture.shapes)
        paintShape(painter, shape, font(), dark);
    painter.setFont(font());
    painter.setPen(chartInk(dark).faintText);
    painter.drawText(QRectF(12, m_picture.size.height() + 8, width() - 24, 200), Qt::TextWordWrap, m_picture.summary);
}

void CompareRankView::resizeEvent(QResizeEvent *)
{
    layOut();
}

void CompareRankView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

} // namespace assay::ui
