// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/tone.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <functional>

namespace assay::ui {

namespace {

constexpr int iconSide = 16;

QIcon drawn(const std::function<void(QPainter &)> &draw)
{
    QIcon icon;
    for (const int scale : {1, 2, 3}) {
        QPixmap pixmap(iconSide * scale, iconSide * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        draw(painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

QPen stroke(const QColor &color, qreal width = 1.8)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void drawStatus(QPainter &painter, tracking::RunStatus status, const QColor &color)
{
    painter.setPen(stroke(color));
    switch (status) {
    case tracking::RunStatus::Running:
        painter.drawArc(QRectF(3, 3, 10, 10), 60 * 16, 270 * 16);
        break;
    case tracking::RunStatus::Finished:
        painter.drawPolyline(QPolygonF({QPointF(3.5, 8.5), QPointF(6.8, 11.8), QPointF(12.5, 4.8)}));
        break;
    case tracking::RunStatus::Failed:
        painter.drawLine(QPointF(4.5, 4.5), QPointF(11.5, 11.5));
        painter.drawLine(QPointF(11.5, 4.5), QPointF(4.5, 11.5));
        break;
    case tracking::RunStatus::Cancelled:
        painter.drawRoundedRect(QRectF(4.5, 4.5, 7, 7), 1, 1);
        break;
    case tracking::RunStatus::Crashed:
        painter.drawPolygon(QPolygonF({QPointF(8, 3), QPointF(13.2, 12.6), QPointF(2.8, 12.6)}));
        painter.drawLine(QPointF(8, 7), QPointF(8, 9.6));
        break;
    }
}

Tone toneOf(tracking::RunStatus status)
{
    switch (status) {
    case tracking::RunStatus::Finished:
        return Tone::Good;
    case tracking::RunStatus::Failed:
        return Tone::Bad;
    case tracking::RunStatus::Crashed:
        return Tone::Warning;
    case tracking::RunStatus::Running:
        return Tone::Normal;
    case tracking::RunStatus::Cancelled:
        return Tone::Faint;
    }
    return Tone::Normal;
}

} // namespace

bool hasDarkBase(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = hasDarkBase(palette);
    switch (tone) {
    case Tone::Normal:
        return palette.color(QPalette::Text);
    case Tone::Faint:
        return QColor::fromRgb(dark ? 0xffa3abb5 : 0xff5b6570);
    case Tone::Good:
        return QColor::fromRgb(dark ? 0xff4fd1a5 : 0xff00704f);
    case Tone::Bad:
        return QColor::fromRgb(dark ? 0xffff8f82 : 0xffb3261e);
    case Tone::Warning:
        return QColor::fromRgb(dark ? 0xfff0b860 : 0xff8a5300);
    }
    return {};
}

QColor toneBackground(Tone tone, const QPalette &palette)
{
    if (tone == Tone::Normal || tone == Tone::Faint)
        return palette.color(QPalette::AlternateBase);
    QColor color = toneColor(tone, palette);
    color.setAlphaF(hasDarkBase(palette) ? 0.16F : 0.10F);
    return color;
}

QIcon swatchIcon(const QColor &color)
{
    return drawn([&](QPainter &painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QRectF(3, 3, 10, 10));
    });
}

QIcon statusIcon(tracking::RunStatus status, const QPalette &palette)
{
    const QColor color = toneColor(toneOf(status), palette);
    return drawn([&](QPainter &painter) { drawStatus(painter, status, color); });
}

} // namespace assay::ui
