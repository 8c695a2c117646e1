// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFont>
#include <QSettings>
#include <QStyleFactory>
#include <algorithm>

namespace assay::ui {

namespace {

constexpr QColor ink(QRgb rgb)
{
    return QColor(qRed(rgb), qGreen(rgb), qBlue(rgb));
}

ThemeColors lightColors()
{
    return {.window = ink(0xf6f7f9),
            .base = ink(0xffffff),
            .raised = ink(0xffffff),
            .stripe = ink(0xfafbfc),
            .hover = ink(0xeceff3),
            .pressed = ink(0xe1e5ea),
            .selection = ink(0xdde7ff),
            .text = ink(0x1f2933),
            .faint = ink(0x5b6570),
            .disabled = ink(0xa2a9b1),
            .border = ink(0xe1e5e9),
            .borderStrong = ink(0xc9cfd6),
            .scroll = ink(0xc5cbd2),
            .accent = ink(0x3563e9),
            .accentHover = ink(0x2a53cc),
            .accentText = ink(0xffffff),
            .accentSoft = ink(0xeef3ff),
            .good = ink(0x00835d),
            .warning = ink(0x9a5b00),
            .error = ink(0xc0272d),
            .errorSoft = ink(0xfdf0f0)};
}

ThemeColors darkColors()
{
    return {.window = ink(0x181b1f),
            .base = ink(0x1f2328),
            .raised = ink(0x262b31),
            .stripe = ink(0x22262c),
            .hover = ink(0x2a2f36),
            .pressed = ink(0x343a42),
            .selection = ink(0x2b3f6b),
            .text = ink(0xe6e9ed),
            .faint = ink(0xa3abb5),
            .disabled = ink(0x666d76),
            .border = ink(0x30363d),
            .borderStrong = ink(0x444c56),
            .scroll = ink(0x4a525c),
            .accent = ink(0x7aa2ff),
            .accentHover = ink(0x96b6ff),
            .accentText = ink(0x10151f),
            .accentSoft = ink(0x222c42),
            .good = ink(0x2fbf95),
            .warning = ink(0xf0b030),
            .error = ink(0xff7b72),
            .errorSoft = ink(0x3a2326)};
}

QPalette paletteOf(const ThemeColors &colors)
{
    QPalette palette(colors.text, colors.window, colors.border, colors.borderStrong, colors.border, colors.text,
                     colors.accentText, colors.base, colors.window);
    palette.setColor(QPalette::AlternateBase, colors.stripe);
    palette.setColor(QPalette::Button, colors.base);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.accentText);
    palette.setColor(QPalette::ToolTipBase, colors.raised);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.faint);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colors.disabled);
    return palette;
}

/// Desktops whose Qt integration leaves the palette light say so elsewhere.
bool desktopSaysDark()
{
    if (qEnvironmentVariable("GTK_THEME").endsWith(QLatin1String("dark"), Qt::CaseInsensitive))
        return true;
    const QSettings gtk(QDir::homePath() + QStringLiteral("/.config/gtk-3.0/settings.ini"), QSettings::IniFormat);
    return gtk.value(QStringLiteral("Settings/gtk-application-prefer-dark-theme")).toBool() ||
           gtk.value(QStringLiteral("Settings/gtk-theme-name"))
               .toString()
               .endsWith(QLatin1String("dark"), Qt::CaseInsensitive);
}

QString styleSheet(const ThemeColors &colors, bool dark, double points)
{
    QFile file(QStringLiteral(":/styles/assay.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    const std::pair<const char *, QColor> inks[] = {{"@accenthover", colors.accentHover},
                                                    {"@accenttext", colors.accentText},
                                                    {"@accentsoft", colors.accentSoft},
                                                    {"@accent", colors.accent},
                                                    {"@borderstrong", colors.borderStrong},
                                                    {"@border", colors.border},
                                                    {"@window", colors.window},
                                                    {"@base", colors.base},
                                                    {"@raised", colors.raised},
                                                    {"@stripe", colors.stripe},
                                                    {"@hover", colors.hover},
                                                    {"@pressed", colors.pressed},
                                                    {"@selection", colors.selection},
                                                    {"@text", colors.text},
                                                    {"@faint", colors.faint},
                                                    {"@disabled", colors.disabled},
                                                    {"@scroll", colors.scroll},
                                                    {"@good", colors.good},
                                                    {"@warning", colors.warning},
                                                    {"@errorsoft", colors.errorSoft},
                                                    {"@error", colors.error}};
    // Longer words come before those they begin with.
    for (const auto &[word, color] : inks)
        text.replace(QLatin1String(word), color.name());
    text.replace(QLatin1String("@mode"), dark ? QLatin1String("dark") : QLatin1String("light"));
    text.replace(QLatin1String("@titlept"), QStringLiteral("%1pt").arg(points * 1.55));
    text.replace(QLatin1String("@heropt"), QStringLiteral("%1pt").arg(points * 2));
    return text;
}

} // namespace

const ThemeColors &themeColors(bool dark)
{
    static const ThemeColors light = lightColors(), night = darkColors();
    return dark ? night : light;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

const ThemeColors &themeColors(const QPalette &palette)
{
    return themeColors(isDark(palette));
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemIsDark(ui::isDark(QGuiApplication::palette()) || desktopSaysDark())
    , m_fontPoints(QApplication::font().pointSizeF())
{
    if (m_fontPoints <= 0)
        m_fontPoints = 10;
    apply();
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

bool Theme::isDark() const
{
    return m_mode == Mode::Dark || (m_mode == Mode::System && m_systemIsDark);
}

void Theme::setZoom(int percent)
{
    percent = std::clamp(percent, 60, 300);
    if (percent == m_zoom)
        return;
    m_zoom = percent;
    apply();
}

void Theme::apply()
{
    const double points = m_fontPoints * m_zoom / 100.0;
    const ThemeColors &colors = themeColors(isDark());
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(colors));
    QFont font = QApplication::font();
    font.setPointSizeF(points);
    QApplication::setFont(font);
    qApp->setStyleSheet(styleSheet(colors, isDark(), points));
    emit changed();
}

} // namespace assay::ui
