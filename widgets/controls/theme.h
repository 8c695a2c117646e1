// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

namespace assay::ui {

/// The inks of the window, light or dark.
struct ThemeColors
{
    QColor window, base, raised, stripe, hover, pressed, selection;
    QColor text, faint, disabled, border, borderStrong, scroll;
    QColor accent, accentHover, accentText, accentSoft;
    QColor good, warning, error, errorSoft;
};

const ThemeColors &themeColors(bool dark);
/// Those that go with @p palette: what a delegate or a painted widget uses.
const ThemeColors &themeColors(const QPalette &palette);
bool isDark(const QPalette &palette);

/// How the whole program looks: sets style, palette, font size and style sheet of the application. One a program, on
/// the window's thread.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    /// Made before anything sets a palette, so that the desktop's own is seen.
    explicit Theme(QObject *parent = nullptr);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isDark() const;

    /// Size of all text in percent of the desktop's, 60 to 300.
    int zoom() const { return m_zoom; }
    void setZoom(int percent);

signals:
    void changed();

private:
    void apply();

    Mode m_mode = Mode::System;
    int m_zoom = 100;
    bool m_systemIsDark = false;
    double m_fontPoints = 10;
};

} // namespace assay::ui
