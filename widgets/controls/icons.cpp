// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/icons.h"

#include "widgets/controls/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace assay::ui {

namespace {

class TintedIcon : public QIconEngine
{
public:
    explicit TintedIcon(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
        const int size = std::min(rect.width(), rect.height());
        const QRect square(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, size, size);
        painter->drawPixmap(square, iconPixmap(m_name, size, color(mode), ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, std::min(size.width(), size.height()), color(mode));
    }

    QIconEngine *clone() const override { return new TintedIcon(m_name); }

private:
    static QColor color(QIcon::Mode mode)
    {
        const ThemeColors &colors = themeColors(QGuiApplication::palette());
        return mode == QIcon::Disabled ? colors.disabled : colors.faint;
    }

    QString m_name;
};

} // namespace

QPixmap iconPixmap(const QString &name, int size, const QColor &color, double ratio)
{
    const QString key = QStringLiteral("assay/%1/%2/%3/%4").arg(name).arg(size).arg(color.name()).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer renderer(file.readAll().replace("#000", color.name().toLatin1()));
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon icon(const QString &name)
{
    return QIcon(new TintedIcon(name));
}

} // namespace assay::ui
