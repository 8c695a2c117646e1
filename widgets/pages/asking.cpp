// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/asking.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace assay::ui {

void askForText(QWidget *parent, const QString &name, const QString &title, const QString &label, const QString &text,
                const std::function<void(const QString &)> &accepted)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(text);
    dialog->setMinimumWidth(420);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, accepted);
    dialog->open();
}

void askWhether(QWidget *parent, const QString &name, const QString &title, const QString &text, const QString &button,
                const std::function<void()> &accepted)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::Cancel, parent);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = box->addButton(button, QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setEscapeButton(QMessageBox::Cancel);
    QObject::connect(box, &QMessageBox::buttonClicked, parent, [yes, accepted](const QAbstractButton *clicked) {
        if (static_cast<const void *>(clicked) == static_cast<const void *>(yes))
            accepted();
    });
    box->open();
}

} // namespace assay::ui
