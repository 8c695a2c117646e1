// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace assay::ui {

// Questions that do not stop the window's event loop.

/// Asks for one line; @p accepted gets what was typed.
void askForText(QWidget *parent, const QString &name, const QString &title, const QString &label, const QString &text,
                const std::function<void(const QString &)> &accepted);
/// Whether something shall be deleted; Enter and Escape keep it.
void askWhether(QWidget *parent, const QString &name, const QString &title, const QString &text, const QString &button,
                const std::function<void()> &accepted);

} // namespace assay::ui
