// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QPalette>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWidget>

namespace assay::ui {

/// Settings of their own, empty, so that tests neither see a person's nor each other's, nor those of the same test that
/// runs a second time beside this one.
inline void freshSettings()
{
    static const QTemporaryDir folder;
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("assay-tests"));
    QCoreApplication::setApplicationName(QFileInfo(QCoreApplication::applicationFilePath()).fileName());
    QSettings().clear();
}

/// A picture of @p page as NAME.png in the folder $ASSAY_SCREENSHOTS, to be looked at; nothing where that is not set.
inline void grabPage(QWidget &page, const char *name)
{
    const QString folder = qEnvironmentVariable("ASSAY_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    page.grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
}

} // namespace assay::ui
